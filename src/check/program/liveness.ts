/** Which code runs on ZeroGPU: branches that are decided there, handlers that never run, lines behind a return. */
import {
  blockOf,
  dottedName,
  type Expr,
  isCallable,
  isLoop,
  isTry,
  type Node,
  type Of,
  parentOf,
  type ScopeNode,
  type Statement,
} from '../python/tree.ts';
import { isPreinstalled } from '../values/environment.ts';
import type { Evaluator } from '../values/evaluate.ts';
import type { Module } from './module.ts';

/** Tells which statements can run at all. */
export class Liveness {
  readonly #evaluator: Evaluator;
  readonly #known = new WeakMap<Node, boolean>();
  readonly #open = new Set<Node>();
  /** In a list of statements, the index of the first that leaves it in any case. */
  readonly #exits = new WeakMap<object, number>();

  constructor(evaluator: Evaluator) {
    this.#evaluator = evaluator;
  }

  /** False when a node certainly does not run on ZeroGPU, though the function around it is called. */
  isLive(node: Node, module: Module): boolean {
    const known = this.#known.get(node);
    if (known !== undefined) return known;
    const parent = parentOf(node);
    if (!parent) return true;
    // A condition that asks for its own branch decides nothing.
    if (this.#open.has(node)) return true;
    this.#open.add(node);
    const isLive = !this.#isSkipped(node, parent, module) && this.isLive(parent, module);
    this.#open.delete(node);
    if (this.#open.size === 0) this.#known.set(node, isLive);
    return isLive;
  }

  /** True when a node runs whenever its scope does, as far as loops, handlers and undecided conditions go. */
  isCertain(node: Node, scope: ScopeNode, module: Module): boolean {
    let child = node;
    for (let parent = parentOf(node); parent && child !== scope; child = parent, parent = parentOf(parent)) {
      if (parent === scope) return true;
      if (isLoop(parent) && blockOf(child)?.list === parent.body) return false;
      if (parent.nodeType === 'ExceptHandler' || parent.nodeType === 'MatchCase' || isCallable(parent)) return false;
      if ((parent.nodeType === 'If' || parent.nodeType === 'IfExp') && child !== parent.test && this.#holds(parent, module) === null)
        return false;
    }
    return true;
  }

  /**
   * Whether a node stands behind a switch that is set at run time, up to its function. That something is there yet, as in `model is None`, is
   * no switch, and neither is what `isNoSwitch` says of a condition.
   */
  isSwitched(node: Node, module: Module, isNoSwitch: (test: Expr) => boolean = asksWhetherThere): boolean {
    let child = node;
    for (let parent = parentOf(node); parent && !isCallable(child); child = parent, parent = parentOf(parent)) {
      if (parent.nodeType === 'If' || parent.nodeType === 'IfExp') {
        if (child !== parent.test && !isNoSwitch(parent.test) && this.#holds(parent, module) === null) return true;
      }
      if (parent.nodeType === 'BoolOp' && child !== parent.values[0]) return true;
    }
    return false;
  }

  #isSkipped(node: Node, parent: Node, module: Module): boolean {
    if (parent.nodeType === 'If' || parent.nodeType === 'IfExp') {
      if (node === parent.test) return false;
      const holds = this.#holds(parent, module);
      if (holds !== null && isThen(parent, node) !== holds) return true;
    }
    if (node.nodeType === 'ExceptHandler' && isTry(parent) && this.#neverFails(parent, node)) return true;
    const block = blockOf(node);
    return block !== null && block.index > this.#exitOf(block.list, module);
  }

  #holds({ test }: Of<'If'> | Of<'IfExp'>, module: Module): boolean | null {
    return this.#evaluator.truth(test, { module, frame: null });
  }

  /** An import of what every ZeroGPU Space has does not fail. */
  #neverFails({ body }: Of<'Try'> | Of<'TryStar'>, { type }: Of<'ExceptHandler'>): boolean {
    const caught = type?.nodeType === 'Tuple' ? type.elts.map(dottedName) : [dottedName(type)];
    if (!caught.some((name) => IMPORT_ERRORS.has(name))) return false;
    const imports = body.filter((each) => each.nodeType === 'Import' || each.nodeType === 'ImportFrom');
    const isPlain = body.every((each) => imports.includes(each as Of<'Import'>) || each.nodeType === 'Assign' || each.nodeType === 'Expr');
    return imports.length > 0 && isPlain && imports.every((each) => namesOf(each).every(isPreinstalled));
  }

  #exitOf(list: Statement[], module: Module): number {
    const known = this.#exits.get(list);
    if (known !== undefined) return known;
    // While it is being worked out, nothing leaves.
    this.#exits.set(list, Number.POSITIVE_INFINITY);
    const at = list.findIndex((each) => this.#leaves(each, module));
    const exit = at < 0 ? Number.POSITIVE_INFINITY : at;
    this.#exits.set(list, exit);
    return exit;
  }

  #leaves(statement: Statement, module: Module): boolean {
    switch (statement.nodeType) {
      case 'Return':
      case 'Raise':
      case 'Break':
      case 'Continue':
        return true;
      case 'Assert':
        return this.#evaluator.truth(statement.test, { module, frame: null }) === false;
      case 'Expr':
        return statement.value.nodeType === 'Call' && EXITS.has(dottedName(statement.value.func));
      case 'If': {
        const holds = this.#holds(statement, module);
        const taken = holds === null ? null : holds ? statement.body : statement.orelse;
        return taken !== null && this.#exitOf(taken, module) !== Number.POSITIVE_INFINITY;
      }
      default:
        return false;
    }
  }
}

const IMPORT_ERRORS = new Set(['', 'ImportError', 'ModuleNotFoundError', 'Exception', 'BaseException']);
const EXITS = new Set(['exit', 'quit', 'sys.exit', 'os._exit']);

function namesOf(node: Of<'Import'> | Of<'ImportFrom'>): string[] {
  return node.nodeType === 'Import' ? node.names.map(({ name }) => name) : [node.level ? '.' : (node.module ?? '')];
}

/** Whether a child of a condition stands where it holds. */
function isThen({ body }: Of<'If'> | Of<'IfExp'>, child: Node): boolean {
  return body === child || blockOf(child)?.list === body;
}

/** `model is None`, `name not in models`: whether something was made already. */
export function asksWhetherThere(test: Expr): boolean {
  if (test.nodeType === 'BoolOp') return test.values.every(asksWhetherThere);
  if (test.nodeType !== 'Compare') return false;
  return test.ops.every(
    ({ nodeType }) => nodeType === 'NotIn' || ((nodeType === 'Is' || nodeType === 'IsNot') && isNoneLiteral(test.comparators[0])),
  );
}

function isNoneLiteral(node: Expr | undefined): boolean {
  return node?.nodeType === 'Constant' && node.value === null;
}
