/** The call graph to a few steps: which functions run when these run, by which chain, and with which arguments. */
import { type Callable, type Node, type Of, ownNodes, type Tree } from '../python/tree.ts';
import { functionFrame, pathOf } from '../values/calls.ts';
import type { Evaluator } from '../values/evaluate.ts';
import { memberValues } from '../values/members.ts';
import type { Frame, FunctionValue, Value } from '../values/value.ts';
import type { Module } from './module.ts';

/** Code that runs: a module's own statements, or a function's. */
export interface Body {
  scope: Tree | Callable;
  module: Module;
  frame: Frame | null;
  /** How it is reached, outermost first: the names of the functions, this one last. Empty for a module. */
  chain: string[];
  /** Each call on the way stands where no condition is left open. */
  isCertain: boolean;
}

/** Further down nothing is followed: chains of people's Spaces are shorter, and longer ones tell nobody anything. */
const LONGEST_CHAIN = 5;
/** Functions that are followed from one start at most. */
const MOST_BODIES = 3000;

export interface Options {
  /** Whether a function that is only handed over, as a callback or an event handler, counts as called. */
  followsHandedOver: boolean;
  /** Functions that run elsewhere: they are found, and not followed. */
  stopsAt?: ReadonlySet<Node>;
}

/** All code that runs from these, nearest first, each function once. */
export function reachFrom(evaluator: Evaluator, starts: Body[], { followsHandedOver, stopsAt }: Options): Body[] {
  const found = [...starts];
  const seen = new Set<Node>(starts.map(({ scope }) => scope));
  for (let at = 0; at < found.length && found.length < MOST_BODIES; at++) {
    const body = found[at] as Body;
    if (body.chain.length >= LONGEST_CHAIN || stopsAt?.has(body.scope)) continue;
    for (const next of calledIn(evaluator, body, followsHandedOver)) {
      if (seen.has(next.scope)) continue;
      seen.add(next.scope);
      found.push(next);
    }
  }
  return found;
}

const calls = new WeakMap<Node, readonly Of<'Call'>[]>();

/** The calls in a body that may run on ZeroGPU. */
export function callsIn(evaluator: Evaluator, { scope, module }: Body): readonly Of<'Call'>[] {
  let found = calls.get(scope);
  if (!found) {
    found = ownNodes(scope).filter((node) => node.nodeType === 'Call' && evaluator.live.isLive(node, module)) as Of<'Call'>[];
    calls.set(scope, found);
  }
  return found;
}

/** What runs a function that it is given: command lines, event loops, threads. */
const RUNS_AT_ONCE =
  /^(?:fire\.Fire|tyro\.cli|typer\.run|jsonargparse\.CLI|absl\.app\.run|(?:asyncio|anyio|trio)\.run|threading\.Thread|concurrent\.futures\..{0,60}\.(?:submit|map))$/;

function calledIn(evaluator: Evaluator, body: Body, followsHandedOver: boolean): Body[] {
  return callsIn(evaluator, body).flatMap((call) => {
    const at = { module: body.module, frame: body.frame };
    const isCertain = body.isCertain && !evaluator.live.isSwitched(call, body.module);
    const called = evaluator.values(call.func, at).flatMap((value) => functionsOf(evaluator, value));
    const direct = called.map((callee) => bodyOf(evaluator, callee, call, body, isCertain));
    if (!followsHandedOver && !evaluator.values(call.func, at).some((value) => RUNS_AT_ONCE.test(pathOf(value)))) return direct;
    const given = [...call.args, ...call.keywords.map(({ value }) => value)];
    const handed = given.filter(({ nodeType }) => nodeType === 'Name' || nodeType === 'Attribute' || nodeType === 'Lambda');
    const passed = handed.flatMap((each) => evaluator.values(each, at)).flatMap((value) => (value.is === 'function' ? [value] : []));
    return [...direct, ...passed.map((callee) => bodyOf(evaluator, callee, null, body, isCertain))];
  });
}

function bodyOf(
  evaluator: Evaluator,
  callee: FunctionValue,
  call: Of<'Call'> | null,
  { module, frame, chain }: Body,
  isCertain: boolean,
): Body {
  return {
    scope: callee.callable,
    module: callee.module,
    frame: call ? functionFrame(evaluator, callee, call, { module, frame }) : callee.frame,
    chain: [...chain, nameOf(callee.callable)],
    isCertain,
  };
}

/** The functions that run when a value is called: itself, the constructor of a class, `__call__` of an object. */
export function functionsOf(evaluator: Evaluator, value: Value): FunctionValue[] {
  if (value.is === 'function') return [value];
  if (value.is === 'wrapped') return functionsOf(evaluator, value.task);
  if (value.is !== 'class' && value.is !== 'instance') return [];
  const object = { is: 'instance' as const, node: value.node, module: value.module, call: null };
  const methods = value.is === 'class' ? ['__init__'] : ['__call__', 'forward'];
  return methods.flatMap((name) => memberValues(evaluator, object, name)).flatMap((each) => (each.is === 'function' ? [each] : []));
}

/** The name of a function, as people say it. */
export function nameOf(callable: Callable): string {
  return callable.nodeType === 'Lambda' ? 'lambda' : callable.name;
}
