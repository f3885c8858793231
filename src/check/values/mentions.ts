/** Where a name is said anywhere in a Space: as a name, an attribute, a text that is looked up, or as what an import renames. */
import type { Modules } from '../program/modules.ts';
import { allNodes, calledName, contentsOf, type Expr, hasDoubleStar, isDef, type Node, parentOf } from '../python/tree.ts';
import type { At, Evaluator } from './evaluate.ts';
import type { Binding } from './scope.ts';
import { type Literal, literal, type Value } from './value.ts';

/** All names of a Space, gathered once, when every file has been read. */
export class Mentions {
  readonly #modules: Modules;
  #byName: Map<string, Node[]> | undefined;

  constructor(modules: Modules) {
    this.#modules = modules;
  }

  /** The nodes that say this name; null as long as files are still to be read. */
  of(name: string): readonly Node[] | null {
    if (!this.#modules.isComplete) return null;
    this.#byName ??= this.#gather();
    return this.#byName.get(name) ?? [];
  }

  #gather(): Map<string, Node[]> {
    const defined = new Set(this.#modules.read.flatMap(({ tree }) => contentsOf(tree).definitions.map(({ name }) => name)));
    const found = new Map<string, Node[]>();
    for (const { tree } of this.#modules.read) {
      for (const node of allNodes(tree)) {
        const name = saidBy(node);
        if (!defined.has(name)) continue;
        const known = found.get(name);
        if (known) known.push(node);
        else found.set(name, [node]);
      }
    }
    return found;
  }
}

function saidBy(node: Node): string {
  switch (node.nodeType) {
    case 'Name':
      return node.id;
    case 'Attribute':
      return node.attr;
    case 'Constant':
      return typeof node.value === 'string' && isLookedUp(node) ? node.value : '';
    case 'Alias':
      return node.asname ? node.name : '';
    default:
      return '';
  }
}

/** The text of `getattr(module, "name")` and of `globals()["name"]`. */
function isLookedUp(text: Node): boolean {
  const around = parentOf(text);
  return (
    around?.nodeType === 'Subscript' || (around?.nodeType === 'Call' && /^(?:getattr|attrgetter|methodcaller)$/.test(calledName(around)))
  );
}

/** The default of a parameter that no call in the Space gives; null where one does, or where the function is used in any other way. */
export function untouchedDefault(evaluator: Evaluator, binding: Extract<Binding, { how: 'parameter' }>, at: At): Value | null {
  const callable = parentOf(parentOf(binding.node) as Node);
  if (!isDef(callable) || binding.default?.nodeType !== 'Constant' || parentOf(callable)?.nodeType === 'ClassDef') return null;
  const { value } = binding.default;
  if (value !== null && !['string', 'number', 'boolean'].includes(typeof value)) return null;
  const said = evaluator.mentions.of(callable.name) ?? [];
  const isUntouched = said.length > 0 && said.every((node) => leavesOut(node, binding));
  if (!isUntouched || callable.decorator_list.some((each) => !passesOn(evaluator, each, at))) return null;
  return literal(value as Literal, `no call gives ${binding.name}`);
}

/** Whether a decorator is the Space's own, or one that hands the arguments through; any other may call the function by itself. */
function passesOn(evaluator: Evaluator, decorator: Expr, { module }: At): boolean {
  const named = decorator.nodeType === 'Call' ? decorator.func : decorator;
  const values = evaluator.values(named, { module, frame: null });
  return values.every(
    (each) => OF_THE_SPACE.has(each.is) || each.is === 'gpu' || (each.is === 'external' && HANDS_THROUGH.test(each.path)),
  );
}

const OF_THE_SPACE: ReadonlySet<Value['is']> = new Set(['function', 'class']);
const HANDS_THROUGH = /^(?:torch\.(?:no_grad|inference_mode|autocast|cuda\.amp\.autocast|amp\.autocast)|functools\.(?:lru_cache|cache))$/;

/** Whether a mention of a function is a call of it without this parameter. */
function leavesOut(node: Node, { name, position }: Extract<Binding, { how: 'parameter' }>): boolean {
  const call = parentOf(node);
  if (call?.nodeType !== 'Call' || call.func !== node) return false;
  const { args, keywords } = call;
  const isByPlace = position >= 0 && args.length > position;
  return (
    !isByPlace && !hasDoubleStar(call) && !args.some(({ nodeType }) => nodeType === 'Starred') && !keywords.some(({ arg }) => arg === name)
  );
}
