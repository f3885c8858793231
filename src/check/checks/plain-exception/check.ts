/** An exception that is not gr.Error: of it only the name of its class leaves the worker. */
import type { Check, Edit, Found } from '../../check.ts';
import { replaceNode } from '../../edit.ts';
import { isGradioError } from '../../libraries/gradio.ts';
import { type Module, placeOf } from '../../program/module.ts';
import type { GpuBody } from '../../program/program.ts';
import { dottedName, type Expr, isCallable, isTry, type Node, type Of, ownNodes, parentOf } from '../../python/tree.ts';
import type { Evaluator } from '../../values/evaluate.ts';
import { scopeFor } from '../../values/scope.ts';

export const check: Check = {
  level: 'consider',
  about: 'an exception whose text the visitor never sees',
  see: ['surface-worker-errors', 'error-hidden', 'worker-error'],
  find: ({ program }) =>
    program.gpuCode
      .filter(({ chain }) => chain.length === 1)
      .flatMap((body) =>
        ownNodes(body.scope).flatMap((node) => (node.nodeType === 'Raise' ? (found(program.evaluator, node, body) ?? []) : [])),
      ),
};

function found(evaluator: Evaluator, node: Of<'Raise'>, { module, frame, gpu }: GpuBody): Found | null {
  const { exc } = node;
  if (!exc || !evaluator.live.isLive(node, module)) return null;
  const type = exc.nodeType === 'Call' ? exc.func : exc;
  const name = dottedName(type);
  const values = evaluator.values(type, { module, frame });
  // A bare raise, or that of a caught exception, passes on what came from elsewhere.
  if (type === exc && values.every(({ is }) => is !== 'external' && is !== 'class')) return null;
  if (!name || values.some((value) => isGradioError(evaluator, value, { module, frame })) || isCaught(node, name)) return null;
  const edit = asGradioError(exc, type, module);
  return {
    place: placeOf(module, node),
    message: `${gpu.name} raises ${name}: the visitor sees only that name, not its text.`,
    because: ['only the class name of an exception leaves the worker, except for gr.Error (source of spaces)'],
    fix: edit && { title: 'Raise what the visitor may see', edits: [edit] },
  };
}

/** Whether a handler around it in the same function takes it. */
function isCaught(node: Node, name: string): boolean {
  let child = node;
  for (let parent = parentOf(node); parent && !isCallable(child); child = parent, parent = parentOf(parent)) {
    if (!isTry(parent) || !(parent.body as Node[]).includes(child)) continue;
    const caught = parent.handlers.flatMap(({ type }) => (type?.nodeType === 'Tuple' ? type.elts.map(dottedName) : [dottedName(type)]));
    if (caught.some((each) => ['', 'Exception', 'BaseException', name].includes(each))) return true;
  }
  return false;
}

function asGradioError(exc: Expr, type: Expr, module: Module): Edit | null {
  const gradio = scopeFor(module.tree)
    .bindings.get('gr')
    ?.some((binding) => binding.how === 'import' && binding.alias.name === 'gradio');
  return gradio && exc.nodeType === 'Call' && exc.args.length === 1 ? replaceNode(module, type, 'gr.Error') : null;
}
