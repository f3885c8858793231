/** Arguments that `spaces.GPU` does not know: it ignores them, so a misspelt duration is the default. */
import type { Check, Edit, Found } from '../../check.ts';
import { columnOf, type Module, placeOf } from '../../program/module.ts';
import type { Of } from '../../python/tree.ts';
import { parentOf } from '../../python/tree.ts';

export const check: Check = {
  level: 'consider',
  about: 'spaces.GPU is given an argument that it ignores',
  see: ['enable-queue-ignored', 'explicit-duration'],
  find: ({ program }) => {
    // One decorator may decorate several functions.
    const first = new Map<Of<'Keyword'>, Found>();
    for (const { name, options } of program.gpu)
      for (const given of options.unknown) if (!first.has(given)) first.set(given, found(name, given, options.module));
    return [...first.values()];
  },
};

function found(name: string, given: Of<'Keyword'>, module: Module): Found {
  const edit = without(given, module);
  const what = given.arg === 'enable_queue' ? 'is ignored since the queue is always on' : 'is not an argument of spaces.GPU and is ignored';
  return {
    place: placeOf(module, given),
    message: `${given.arg}= at ${name} ${what}.`,
    because: ['spaces.GPU knows duration and size, and ignores any other keyword (source of spaces 0.51.3)'],
    fix: edit && { title: `Remove ${given.arg}=`, edits: [edit] },
  };
}

/** The line without the argument and the comma before or behind it. */
function without(given: Of<'Keyword'>, { path, lines }: Module): Edit | null {
  const call = parentOf(given);
  const line = lines[given.lineno - 1];
  if (call?.nodeType !== 'Call' || call.lineno !== call.end_lineno || line === undefined) return null;
  const all = [...call.args, ...call.keywords].sort((one, other) => (one.col_offset ?? 0) - (other.col_offset ?? 0));
  const at = all.indexOf(given);
  const [before, behind] = [all[at - 1], all[at + 1]];
  const from = before ? columnOf(line, before.end_col_offset ?? 0) : columnOf(line, given.col_offset);
  const to = before || !behind ? columnOf(line, given.end_col_offset ?? 0) : columnOf(line, behind.col_offset ?? 0);
  return { file: path, line: given.lineno, count: 1, lines: [line.slice(0, from) + line.slice(to)] };
}
