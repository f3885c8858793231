/** A fix as a change of the statement that the traceback quotes from the user's own code. */
import type { LineEdit } from '../../library/edit.ts';
import type { Fix } from '../../library/entry.ts';
import type { Location } from '../../log/traceback/traceback-line.ts';
import { type Snippet, snippet } from '../../markup/blocks.ts';
import { own, type SafeText } from '../../text/neutralise.ts';
import { neutraliseAndMask } from '../../text/neutralise-and-mask.ts';
import { editStatement, GAP } from './edit-statement.ts';
import { type Filling, fillName } from './fill.ts';

const WORD = /\w{2,80}/g;
/** What a message names of a statement. */
const NAMED = ['name', 'argument', 'attribute', 'module'];

/**
 * The filled fix with the change of the user's own statement before the page's example, or, where none is quoted, of the very name that the
 * message has; the same where the fix describes no such change.
 */
export function withOwnStatement(fix: Fix, location: Location | null, filling: Filling): Fix {
  const quoted = location?.quoted ?? '';
  const change = quoted === '' ? changeOfName(fix.edits, filling) : changeOf(fix.edits, quoted, filling);
  if (!change) return fix;
  const { blocks } = fix;
  const example = blocks.findIndex(({ type }) => type === 'snippet');
  return { ...fix, blocks: blocks.toSpliced(example < 0 ? blocks.length : example, 0, change) };
}

function changeOf(edits: readonly LineEdit[], quoted: string, filling: Filling): Snippet | null {
  const changed = edits.reduce((statement, edit) => {
    const known = filledEdit(edit, filling);
    return known ? editStatement(statement, known) : statement;
  }, quoted);
  return changed === quoted ? null : snippet(diffOf(quoted.split('\n'), changed.split('\n')), 'diff');
}

/** The one edit that is about what the message names, as it is described. */
function changeOfName(edits: readonly LineEdit[], { known }: Filling): Snippet | null {
  const names = NAMED.flatMap((each) => known[each] ?? []).map(String);
  const [only, ...others] = edits.flatMap((edit) => {
    if ('move' in edit) return names.includes(edit.move) ? [diffOf([], [`from ${edit.to} import ${edit.move}`])] : [];
    return 'from' in edit && (edit.from.match(WORD) ?? []).some((word) => names.includes(word)) ? [diffOf([edit.from], [edit.to])] : [];
  });
  return only === undefined || others.length > 0 ? null : snippet(only, 'diff');
}

/** The edit with the values of the text; null where one is not known. */
function filledEdit(edit: LineEdit, filling: Filling): LineEdit | null {
  const filled = Object.entries(edit).map(([part, text]: [string, string]) => [part, fillName(text, filling)] as const);
  return filled.some(([, text]) => text === null) ? null : (Object.fromEntries(filled) as unknown as LineEdit);
}

/** Lines that both have at the begin and at the end are left out: the traceback shows them. */
function diffOf(before: readonly string[], after: readonly string[]): SafeText {
  const shorter = Math.min(before.length, after.length);
  let first = 0;
  while (first < shorter && before[first] === after[first]) first++;
  let last = 0;
  while (last < shorter - first && before.at(-1 - last) === after.at(-1 - last)) last++;
  const lines = [
    ...before.slice(first, before.length - last).map((line) => `-${line}`),
    ...after.slice(first, after.length - last).map((line) => (line === GAP ? ` ${line}` : `+${line}`)),
  ];
  return own(lines.map((line) => neutraliseAndMask(line)).join('\n'));
}
