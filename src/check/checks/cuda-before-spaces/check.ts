/** CUDA that is initialised before spaces is imported: `import spaces` then stops the app. */
import type { Check, Found } from '../../check.ts';
import { deviceOf, moveOf } from '../../libraries/devices.ts';
import { type Module, placeOf } from '../../program/module.ts';
import { contentsOf, dottedName, isCallable, keyword, type Node, type Of, scopeOf } from '../../python/tree.ts';
import type { Evaluator } from '../../values/evaluate.ts';

export const check: Check = {
  level: 'fails',
  about: 'CUDA is initialised before spaces is imported',
  see: ['import-spaces-first', 'cuda-before-spaces'],
  find: ({ program: { evaluator, mains } }) => mains.flatMap((main) => found(evaluator, main)),
};

function found(evaluator: Evaluator, main: Module): Found[] {
  const spaces = contentsOf(main.tree).imports.find((each) => importsSpaces(each) && isAtStart(evaluator, each, main));
  const [first] = spaces ? initialisedIn(evaluator, main, spaces.lineno, 0) : [];
  if (!first || !spaces) return [];
  return [
    {
      place: placeOf(first.module, first.call),
      message: `${dottedName(first.call.func) || 'This call'} initialises CUDA before spaces is imported in line ${spaces.lineno}: the app stops there.`,
      because: [
        `${main.path}:${spaces.lineno} imports spaces, which must come before anything that touches CUDA (source of spaces 0.51.3)`,
      ],
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

/** The calls of a module's own statements that touch CUDA, above a line, those of modules that it imports there included. */
function initialisedIn(evaluator: Evaluator, module: Module, above: number, depth: number): { call: Of<'Call'>; module: Module }[] {
  const { calls, imports } = contentsOf(module.tree);
  const own = [...calls, ...imports]
    .filter((node) => node.lineno < above && isAtStart(evaluator, node, module))
    .sort((one, other) => one.lineno - other.lineno);
  return own.flatMap((node) => {
    if (node.nodeType === 'Call') return touchesCuda(evaluator, node, module) ? [{ call: node, module }] : [];
    if (depth >= DEEPEST) return [];
    return node.names.flatMap((alias) => {
      const imported = evaluator.modules.imported(module, node, alias);
      const isLocal = imported.is === 'module' || imported.is === 'member';
      return isLocal ? initialisedIn(evaluator, imported.module, Number.POSITIVE_INFINITY, depth + 1) : [];
    });
  });
}

/** Asking for the name of the device or emptying the cache does no harm, nor does asking whether there is one. */
const INITIALISES =
  /^torch\.cuda\.(?:init|set_device|synchronize|mem_get_info|current_device|get_device_properties|get_device_capability|current_stream|Stream|Event)$/;
const FACTORIES = /^torch\.(?:zeros|ones|empty|full|rand|randn|randint|arange|tensor|eye|linspace|Generator)$/;

function touchesCuda(evaluator: Evaluator, call: Of<'Call'>, module: Module): boolean {
  const at = { module, frame: null };
  if (moveOf(evaluator, call, at)?.to === 'cuda') return true;
  const device = keyword(call, 'device');
  return evaluator
    .values(call.func, at)
    .some(
      (value) =>
        value.is === 'external' &&
        (INITIALISES.test(value.path) ||
          (FACTORIES.test(value.path) && device !== undefined && deviceOf(evaluator, device, at) === 'cuda')),
    );
}
