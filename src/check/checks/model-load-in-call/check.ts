/** A model that is loaded while the GPU is held: every cold worker pays for it, out of the visitor's quota. */
import type { Check, Found } from '../../check.ts';
import { isWithinLoader, type Loader, loaderOf, soundsLikeLoader } from '../../libraries/loaders.ts';
import type { GpuFunction } from '../../program/gpu-functions.ts';
import { type Module, placeOf } from '../../program/module.ts';
import type { GpuBody, Program } from '../../program/program.ts';
import { type Body, callsIn, functionsOf, reachFrom } from '../../program/reach.ts';
import { calledName, dottedName, type Of, ownNodes } from '../../python/tree.ts';
import type { Space } from '../../space/space.ts';
import type { Evaluator } from '../../values/evaluate.ts';
import { scopeFor } from '../../values/scope.ts';

/** Functions between the GPU function and the load, itself included. */
const DEEPEST = 4;

export const check: Check = {
  level: 'costs',
  about: 'a model is loaded inside a GPU call',
  see: ['module-scope-loading', 'lazy-or-module-loading', 'cold-start-lifecycle'],
  find: ({ program }: Space) => {
    const { evaluator, gpuCode, startScopes } = program;
    // A helper that also ran at start has loaded already, when the call asks again.
    const bodies = gpuCode.filter(
      ({ scope, chain, gpu }) => chain.length <= DEEPEST && !startScopes.has(scope) && !isWithinLoader(chain) && !compiles(gpu),
    );
    return bodies.flatMap((body) => callsIn(evaluator, body).flatMap((call) => found(program, call, body) ?? []));
  },
};

/** A function that compiles ahead of time loads what it compiles, once. */
function compiles({ task }: GpuFunction): boolean {
  return (
    task !== null &&
    ownNodes(task.callable).some(
      (node) => node.nodeType === 'Call' && /^aoti_|^torch\.export\.export$/.test(dottedName(node.func).replace(/^spaces\./, '')),
    )
  );
}

function found(program: Program, call: Of<'Call'>, body: GpuBody): Found | null {
  const { evaluator } = program;
  const { module, frame, chain, gpu } = body;
  const loader = loaderOf(evaluator, call, { module, frame }) ?? ownLoader(program, call, body);
  if (!loader || isGiven(loader, call, body)) return null;
  return {
    place: placeOf(module, call),
    message: `${loader.name} runs inside the GPU call of ${gpu.name}: loading is booked and charged again in every new worker.`,
    because: [[...chain, loader.name].join(' → '), ...why(loader, module, call)],
  };
}

/** A function of the Space that is called `load_model`, and makes an object of something installed where no known loader is in sight. */
function ownLoader({ evaluator, startScopes }: Program, call: Of<'Call'>, { module, frame }: GpuBody): Loader | null {
  const name = calledName(call);
  if (!soundsLikeLoader(name)) return null;
  const starts = evaluator
    .values(call.func, { module, frame })
    .flatMap((value) => functionsOf(evaluator, value))
    .map((each): Body => ({ scope: each.callable, module: each.module, frame: each.frame, chain: [name], isCertain: true }));
  if (starts.length === 0 || starts.some(({ scope }) => startScopes.has(scope))) return null;
  const inside = reachFrom(evaluator, starts, { followsHandedOver: true });
  const loads = inside.some((body) => callsIn(evaluator, body).some((each) => loaderOf(evaluator, each, body) !== null));
  const makes = starts.some((body) =>
    callsIn(evaluator, body).some((each) => /^[A-Z]/.test(calledName(each)) && isInstalled(evaluator, each, body)),
  );
  return !loads && makes ? { name, isKnown: false } : null;
}

function isInstalled(evaluator: Evaluator, { func }: Of<'Call'>, body: Body): boolean {
  return evaluator.values(func, body).some(({ is }) => is === 'external');
}

/** A file that the visitor hands to the GPU function is no model. */
function isGiven({ name }: Loader, { args }: Of<'Call'>, { scope, chain }: GpuBody): boolean {
  const [first] = /\bload(?:_file)?$/.test(name) ? args : [];
  const bindings =
    first?.nodeType === 'Name' && chain.length === 1 && scope.nodeType !== 'Module' ? scopeFor(scope).bindings.get(first.id) : [];
  return bindings?.some(({ how }) => how === 'parameter') ?? false;
}

function why({ isKnown }: Loader, module: Module, call: Of<'Call'>): string[] {
  return isKnown ? [] : [`inferred from the name: ${module.path}:${call.lineno} was not followed further`];
}
