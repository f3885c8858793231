/** A function on the GPU that writes to a name of the module: the worker is another process, and nobody else sees the value. */
import type { Check, Found } from '../../check.ts';
import { placeOf } from '../../program/module.ts';
import type { GpuBody } from '../../program/program.ts';
import { allNodes } from '../../python/tree.ts';
import type { Evaluator } from '../../values/evaluate.ts';
import { type Binding, scopeFor } from '../../values/scope.ts';

/** Further down the chain, what a library of the Space keeps for itself is its own affair. */
const DEEPEST = 3;

export const check: Check = {
  level: 'costs',
  about: 'a GPU call writes to a global',
  see: ['no-mutable-globals', 'read-only-globals-safe', 'module-scope-loading'],
  find: ({ program }) => {
    const bodies = program.gpuCode.filter(({ scope, chain }) => chain.length <= DEEPEST && !program.startScopes.has(scope));
    return bodies.flatMap((body) => found(program.evaluator, body) ?? []);
  },
};

function found(evaluator: Evaluator, { scope, module, chain, gpu }: GpuBody): Found | null {
  const { globals, bindings } = scopeFor(scope);
  const stored = [...globals].flatMap(([name, statement]) => {
    const stores = (bindings.get(name) ?? []).filter(({ node }) => evaluator.live.isLive(node, module));
    return stores.length > 0 ? [{ name, statement, stores }] : [];
  });
  const [first] = stored;
  if (!first) return null;
  const names = stored.map(({ name }) => name).join(', ');
  const isCounter = stored.every(({ name, stores }) => stores.every((store) => counts(store, name)));
  return {
    place: placeOf(module, first.statement),
    message: `${gpu.name} writes to the global ${names} in its worker: the main process and the other workers never see it.`,
    because: [
      ...(chain.length > 1 ? [chain.join(' → ')] : []),
      ...stored.map(({ name, stores }) => `${name} is assigned in line ${stores[0]?.node.lineno}`).slice(0, SHOWN),
    ],
    ...(isCounter ? { level: 'consider' as const } : {}),
  };
}

const SHOWN = 5;

/** `count += 1` and `count = (count + 1) % 100`: wrong as a count, and seldom more than that. */
function counts({ node, ...binding }: Binding, name: string): boolean {
  if (node.nodeType === 'AugAssign') return true;
  if (binding.how !== 'value' || binding.value.nodeType !== 'BinOp') return false;
  return allNodes(binding.value).every(
    (each) => ['BinOp', 'Constant', 'Name'].includes(each.nodeType) && (each.nodeType !== 'Name' || each.id === name),
  );
}
