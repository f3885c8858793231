/** Edits for errors whose fix depends on the log: a shorter duration, a result on the CPU, a generator on the model's device. */

import type { Size } from '../core/plan/booking.ts';
import type { Edit } from './check.ts';
import { replaceNode, textOf } from './edit.ts';
import { declaredBy } from './program/duration.ts';
import type { GpuFunction } from './program/gpu-functions.ts';
import type { Module } from './program/module.ts';
import { type Callable, contentsOf, dottedName, keyword, type Of, ownNodes } from './python/tree.ts';
import type { Space } from './space/space.ts';

/** What a log tells that an edit needs: its message, and the largest seconds that would have passed. */
export interface LogValues {
  message?: string;
  largest?: Partial<Record<Size, number>>;
}

export interface Change {
  title: string;
  edits: Edit[];
}

/** A place below the Space's folder; null when the log names none. */
export type At = { file: string; line: number } | null;

export type Editor = (space: Space, at: At, values: LogValues) => Change[];

/** The largest duration that would have passed, in the declaration of the GPU function that the frame belongs to. */
export function changeDuration(space: Space, at: At, { largest }: LogValues): Change[] {
  const gpu = gpuFunctionAt(space, at);
  const declared = gpu && declaredBy(space.program.evaluator, gpu, space.figures.booking);
  const most = largest?.[declared?.size ?? 'large'];
  const node = gpu?.options.duration;
  if (!gpu || !node || most === undefined || most < 1 || !(declared?.seconds && declared.seconds > most)) return [];
  const edit = node.nodeType === 'Constant' ? replaceNode(gpu.options.module, node, String(most)) : null;
  return edit ? [{ title: `Book at most ${most} s`, edits: [edit] }] : [];
}

/** A plain name that is returned or yielded on the GPU, moved to the CPU first. */
export function returnToCpu(space: Space, at: At): Change[] {
  const gpu = gpuFunctionAt(space, at);
  if (!gpu?.task) return [];
  const { callable, module } = gpu.task;
  const edits = ownNodes(callable).flatMap((node): Edit[] => {
    if (node.nodeType !== 'Return' && node.nodeType !== 'Yield') return [];
    const text = node.value?.nodeType === 'Name' ? textOf(module, node.value) : '';
    const edit = node.value && text ? replaceNode(module, node.value, `${text}.detach().cpu()`) : null;
    return edit ? [edit] : [];
  });
  return edits.length > 0 ? [{ title: 'Return it from the CPU, if it is a tensor', edits }] : [];
}

/** How torch says on which device it wanted a generator. */
const WANTED = /(?:expected a .?|cannot generate a )(cuda|cpu).{0,40} generator/i;

/** The device of a `torch.Generator` in the function of the frame, where the message speaks of one. */
export function changeDevice({ program }: Space, at: At, { message = '' }: LogValues): Change[] {
  const device = WANTED.exec(message)?.[1]?.toLowerCase();
  const module = program.modules.find(({ path }) => path === at?.file);
  const callable = module && at?.line ? functionAt(module, at.line) : null;
  if (!device || !module || !callable) return [];
  const generators = ownNodes(callable).filter((node) => node.nodeType === 'Call' && /(?:^|\.)Generator$/.test(dottedName(node.func)));
  const edits = generators.flatMap((node) => onDevice(node as Of<'Call'>, module, device) ?? []);
  return edits.length > 0 ? [{ title: `Make the generator on ${device}`, edits }] : [];
}

function onDevice(call: Of<'Call'>, module: Module, device: string): Edit | null {
  const given = call.args[0] ?? keyword(call, 'device');
  if (given) return given.nodeType === 'Constant' && given.value !== device ? replaceNode(module, given, `"${device}"`) : null;
  return replaceNode(module, call, `${textOf(module, call.func)}("${device}")`);
}

/** The GPU function in which a frame stands, from which it is reached, or which it calls; without a frame the only one. */
function gpuFunctionAt({ program }: Space, at: At): GpuFunction | null {
  const module = program.modules.find(({ path }) => path === at?.file);
  const callable = module && at?.line ? functionAt(module, at.line) : null;
  const around = callable && program.gpuCode.find(({ scope }) => scope === callable)?.gpu;
  return around ?? (program.gpu.length === 1 ? (program.gpu[0] ?? null) : null);
}

/** The innermost function around a line. */
function functionAt({ tree }: Module, line: number): Callable | null {
  const around = contentsOf(tree).definitions.filter(({ lineno, end_lineno }) => lineno <= line && line <= (end_lineno ?? lineno));
  return around.at(-1) ?? null;
}
