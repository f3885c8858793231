/** What an expression stands for: names, attributes, calls and constants, looked through as far as reading goes. */

import { Liveness } from '../program/liveness.ts';
import type { Module } from '../program/module.ts';
import type { Modules } from '../program/modules.ts';
import type { Expr, Of } from '../python/tree.ts';
import { callValues, returned } from './calls.ts';
import { constantValue, distinct, environmental, pairs, truthValue } from './combine.ts';
import { optionOf } from './command-line.ts';
import { externalValue } from './gpu-options.ts';
import { environmentItem } from './known-calls.ts';
import { memberValues } from './members.ts';
import { Mentions } from './mentions.ts';
import { Names } from './names.ts';
import { arithmetic, comparison } from './operators.ts';
import { type Frame, type FunctionValue, literal, onlyLiteral, truth, UNKNOWN, type Value } from './value.ts';

/** Where an expression stands: its file, and the calls through which it was reached. */
export interface At {
  module: Module;
  frame: Frame | null;
}

/** Items of a list that are looked at. */
const MOST_ITEMS = 200;
/** How deep names, calls and operators are followed from one question, and how many steps one question may take. */
const DEEPEST = 60;
const MOST_STEPS = 4000;

/** Reads expressions without running them: what each may stand for. */
export class Evaluator {
  readonly modules: Modules;
  readonly names: Names;
  readonly live: Liveness;
  readonly mentions: Mentions;
  readonly #known = new WeakMap<Expr, Value[]>();
  /** The same where the parameters of a call decide. */
  readonly #inFrame = new WeakMap<Frame, Map<Expr, Value[]>>();
  readonly #open = new Set<Expr>();
  #depth = 0;
  #steps = 0;
  /** How often something was cut short: what was found meanwhile is not kept. */
  #cuts = 0;

  constructor(modules: Modules) {
    this.modules = modules;
    this.names = new Names(this);
    this.live = new Liveness(this);
    this.mentions = new Mentions(modules);
  }

  /** All values that an expression may have; `unknown` is one of them where reading does not tell. */
  values(expr: Expr, at: At): Value[] {
    const kept = this.#keptFor(at.frame);
    const known = kept.get(expr);
    if (known) return known;
    if (this.#depth === 0) this.#steps = 0;
    if (this.#depth >= DEEPEST || ++this.#steps > MOST_STEPS || this.#open.has(expr)) {
      this.#cuts++;
      return [UNKNOWN];
    }
    const cuts = this.#cuts;
    this.#depth++;
    this.#open.add(expr);
    const found = distinct(this.#look(expr, at));
    this.#open.delete(expr);
    this.#depth--;
    if (cuts === this.#cuts || this.#depth === 0) kept.set(expr, found);
    return found;
  }

  #keptFor(frame: Frame | null): { get: (expr: Expr) => Value[] | undefined; set: (expr: Expr, values: Value[]) => unknown } {
    if (frame === null) return this.#known;
    let kept = this.#inFrame.get(frame);
    if (!kept) {
      kept = new Map();
      this.#inFrame.set(frame, kept);
    }
    return kept;
  }

  /** What a local function returns, whatever it is given. */
  returnedBy(callee: FunctionValue): Value[] {
    return returned(this, callee, { callable: callee.callable, parameters: new Map(), around: callee.frame });
  }

  /** Whether a condition holds on ZeroGPU; null when that is decided at run time. */
  truth(expr: Expr, at: At): boolean | null {
    return truth(this.values(expr, at));
  }

  #look(expr: Expr, at: At): Value[] {
    switch (expr.nodeType) {
      case 'Constant':
        return [constantValue(expr)];
      case 'Name':
        return this.names.values(expr, at);
      case 'Attribute':
        return this.values(expr.value, at).flatMap((value) => this.attribute(value, expr.attr, expr, at));
      case 'Call':
        return callValues(this, expr, at);
      case 'Tuple':
      case 'List':
      case 'Set':
        return [{ is: 'list', items: expr.elts.slice(0, MOST_ITEMS).map((each) => this.values(each, at)), keys: null }];
      case 'Dict':
        return [this.#dictionary(expr, at)];
      case 'Subscript':
        return this.#item(expr, at);
      case 'BinOp':
        return pairs(this.values(expr.left, at), this.values(expr.right, at), (left, right) => arithmetic(expr.op.nodeType, left, right));
      case 'UnaryOp':
        return this.#unary(expr, at);
      case 'Compare':
        return this.#compare(expr, at);
      case 'BoolOp':
        return this.#boolean(expr, at);
      case 'IfExp':
        return this.#conditional(expr, at);
      case 'JoinedStr':
        return [this.#text(expr, at)];
      case 'Lambda':
        return [{ is: 'function', callable: expr, module: at.module, frame: at.frame, self: null }];
      case 'NamedExpr':
      case 'Await':
        return this.values(expr.value, at);
      default:
        return [UNKNOWN];
    }
  }

  /** `value.name`; `node` is the whole expression, where it begins to mean `spaces.GPU`. */
  attribute(value: Value, name: string, node: Expr, at: At): Value[] {
    switch (value.is) {
      case 'external':
        return [externalValue(`${value.path}.${name}`, node, at)];
      case 'module':
        return this.names.member(value.module, name);
      case 'instance':
      case 'class':
        return memberValues(this, value, name);
      case 'result':
      case 'part':
        return optionOf(this, value, name) ?? [{ is: 'part', of: value, name }];
      default:
        return [UNKNOWN];
    }
  }

  #dictionary({ keys, values }: Of<'Dict'>, at: At): Value {
    const shown = values.slice(0, MOST_ITEMS);
    return {
      is: 'list',
      items: shown.map((each) => this.values(each, at)),
      keys: shown.map((_, index) => {
        const key = keys[index];
        return key ? this.values(key, at) : [UNKNOWN];
      }),
    };
  }

  #item({ value, slice }: Of<'Subscript'>, at: At): Value[] {
    const index = onlyLiteral(this.values(slice, at))?.literal;
    return this.values(value, at).flatMap((list): Value[] => {
      if (list.is === 'external' && list.path === 'os.environ') return environmentItem(this, slice, [UNKNOWN], at);
      if (list.is !== 'list') return list.is === 'result' || list.is === 'part' ? [{ is: 'part', of: list, name: '[]' }] : [UNKNOWN];
      const position = list.keys ? list.keys.findIndex((key) => onlyLiteral(key)?.literal === index) : Number(index);
      const chosen = index === undefined ? undefined : list.items.at(position < 0 && list.keys ? Number.NaN : position);
      return chosen ?? (list.items.length > 0 ? list.items.flat() : [UNKNOWN]);
    });
  }

  #unary({ op, operand }: Of<'UnaryOp'>, at: At): Value[] {
    if (op.nodeType === 'Not') return [truthValue(this.truth(operand, at), true)];
    return this.values(operand, at).map((value) =>
      value.is === 'literal' && typeof value.literal === 'number' && op.nodeType === 'USub'
        ? literal(-value.literal, value.assumed)
        : UNKNOWN,
    );
  }

  #compare({ left, ops, comparators }: Of<'Compare'>, at: At): Value[] {
    const [operator, right] = [ops[0]?.nodeType, comparators[0]];
    if (!operator || !right || comparators.length > 1) return [UNKNOWN];
    return pairs(this.values(left, at), this.values(right, at), (one, other) =>
      truthValue(environmental(operator, one, other) ?? comparison(operator, one, other)),
    );
  }

  /** `a and b` is `a` where `a` is false, else `b`; `or` the other way round. */
  #boolean({ op, values }: Of<'BoolOp'>, at: At): Value[] {
    const stops = op.nodeType === 'Or';
    const found: Value[] = [];
    for (const [index, each] of values.entries()) {
      const some = this.values(each, at);
      const isTrue = truth(some);
      if (isTrue === stops || index === values.length - 1) return [...found, ...some];
      if (isTrue === null) found.push(...some.filter((value) => value.is !== 'literal' || Boolean(value.literal) === stops));
    }
    return found;
  }

  #conditional({ test, body, orelse }: Of<'IfExp'>, at: At): Value[] {
    const isTrue = this.truth(test, at);
    if (isTrue !== null) return this.values(isTrue ? body : orelse, at);
    return [...this.values(body, at), ...this.values(orelse, at)];
  }

  #text({ values }: Of<'JoinedStr'>, at: At): Value {
    let text = '';
    let assumed = '';
    for (const part of values) {
      const found = part.nodeType === 'FormattedValue' ? onlyLiteral(this.values(part.value, at)) : onlyLiteral(this.values(part, at));
      if (found === undefined || (part.nodeType === 'FormattedValue' && part.format_spec)) return UNKNOWN;
      text += String(found.literal);
      assumed ||= found.assumed;
    }
    return literal(text, assumed);
  }
}
