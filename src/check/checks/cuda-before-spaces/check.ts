/** CUDA that is initialised before spaces is imported: `import spaces` then stops the app. */
import type { Check, Found } from '../../check.ts';
import { deviceOf, moveOf } from '../../libraries/devices.ts';
import { type Module, placeOf } from '../../program/module.ts';
import {
  allNodes,
  contentsOf,
  dottedName,
  type Expr,
  isCallable,
  isTry,
  keyword,
  type Node,
  type Of,
  parentOf,
  scopeOf,
} from '../../python/tree.ts';
import type { Evaluator } from '../../values/evaluate.ts';
import { scopeFor } from '../../values/scope.ts';

export const check: Check = {
  level: 'fails',
  about: 'CUDA is initialised before spaces is imported',
  see: ['import-spaces-first', 'cuda-before-spaces'],
  find: ({ program: { evaluator, mains } }) => mains.flatMap((main) => found(evaluator, main)),
};

function found(evaluator: Evaluator, main: Module): Found[] {
  const spaces = contentsOf(main.tree).imports.find((each) => importsSpaces(each) && isAtStart(evaluator, each, main));
  const [first] = spaces ? startOf(evaluator, main, spaces.lineno, 0).touching : [];
  if (!first || !spaces) return [];
  return [
    {
      place: placeOf(first.module, first.call),
      message: `${dottedName(first.call.func) || 'This call'} initialises CUDA before spaces is imported in line ${spaces.lineno}: the app stops there.`,
      because: [`${main.path}:${spaces.lineno} imports spaces, which must come before anything touches CUDA (source of spaces 0.51.3)`],
    },
  ];
}

function importsSpaces(node: Of<'Import'> | Of<'ImportFrom'>): boolean {
  if (node.nodeType === 'Import') return node.names.some(({ name }) => name.split('.')[0] === 'spaces');
  return !node.level && node.module?.split('.')[0] === 'spaces';
}

function isAtStart(evaluator: Evaluator, node: Node, module: Module): boolean {
  return !isCallable(scopeOf(node)) && evaluator.live.isLive(node, module);
}

/** Local modules that are imported earlier run earlier; deeper ones are seldom what does it. */
const DEEPEST = 2;

interface Start {
  /** The calls that touch CUDA, in the order in which they run. */
  touching: { call: Of<'Call'>; module: Module }[];
  /** spaces was imported on the way: what runs later finds it. */
  isSafe: boolean;
}

/** What a module's own statements do above a line, those of the modules that it imports there included, until spaces is imported. */
function startOf(evaluator: Evaluator, module: Module, above: number, depth: number): Start {
  const { calls, imports } = contentsOf(module.tree);
  const own = [...calls, ...imports]
    .filter((node) => node.lineno < above && isAtStart(evaluator, node, module))
    .sort((one, other) => one.lineno - other.lineno);
  const touching: Start['touching'] = [];
  for (const node of own) {
    if (node.nodeType === 'Call') {
      if (isCertain(node) && touchesCuda(evaluator, node, module)) touching.push({ call: node, module });
      continue;
    }
    if (importsSpaces(node)) return { touching, isSafe: true };
    for (const each of depth < DEEPEST ? localModules(evaluator, node, module) : []) {
      const inner = startOf(evaluator, each, Number.POSITIVE_INFINITY, depth + 1);
      touching.push(...inner.touching);
      if (inner.isSafe) return { touching, isSafe: true };
    }
  }
  return { touching, isSafe: false };
}

function localModules(evaluator: Evaluator, node: Of<'Import'> | Of<'ImportFrom'>, module: Module): Module[] {
  return node.names.flatMap((alias) => {
    const imported = evaluator.modules.imported(module, node, alias);
    return imported.is === 'module' || imported.is === 'member' ? [imported.module] : [];
  });
}

/** Not where something is asked or tried first: before spaces is imported, torch finds no card and says so. */
function isCertain(node: Node): boolean {
  for (let parent = parentOf(node); parent; parent = parentOf(parent))
    if (parent.nodeType === 'If' || parent.nodeType === 'IfExp' || isTry(parent)) return false;
  return true;
}

/** Asking for the name of the device or emptying the cache does no harm, nor does asking whether there is one. */
const INITIALISES =
  /^torch\.cuda\.(?:init|set_device|synchronize|mem_get_info|current_device|get_device_properties|get_device_capability|current_stream|Stream|Event)$/;
const FACTORIES = /^torch\.(?:zeros|ones|empty|full|rand|randn|randint|arange|tensor|eye|linspace|Generator)$/;

function touchesCuda(evaluator: Evaluator, call: Of<'Call'>, module: Module): boolean {
  const at = { module, frame: null };
  const device = keyword(call, 'device') ?? (call.func.nodeType === 'Attribute' && call.func.attr === 'to' ? call.args[0] : undefined);
  if (device && !isWritten(device, module)) return false;
  if (moveOf(evaluator, call, at)?.to === 'cuda') return true;
  return evaluator
    .values(call.func, at)
    .some(
      (value) =>
        value.is === 'external' &&
        (INITIALISES.test(value.path) ||
          (FACTORIES.test(value.path) && device !== undefined && deviceOf(evaluator, device, at) === 'cuda')),
    );
}

/** A device that the source writes out, itself or under a name, and does not choose by what is there. */
function isWritten(device: Expr, { tree }: Module): boolean {
  const names = allNodes(device).flatMap((node) => (node.nodeType === 'Name' ? [node.id] : []));
  return names.every((name) =>
    (scopeFor(tree).bindings.get(name) ?? []).every(
      (binding) => binding.how === 'import' || (binding.how === 'value' && binding.value.nodeType === 'Constant'),
    ),
  );
}
