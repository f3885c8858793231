/** More ways of asking for an entry: `asks/<id>.txt`, one a line, besides those of its front matter. */
import type { Entry } from '../../core/library/entry.ts';
import type { Problem } from '../problem.ts';
import type { ContentFile } from './parse.ts';

/** What a person types into a search; longer lines are read by nobody who looks for why an entry was found. */
const LONGEST_ASK = 140;

/** The lines of each file by the id that the file is called after. */
export function asksById(files: readonly ContentFile[]): Map<string, string[]> {
  return new Map(files.map(({ path, text }) => [idOf(path), linesOf(text)]));
}

/** Files that belong to no entry, lines that are too long, and questions that stand there twice. */
export function askProblems(files: readonly ContentFile[], entries: readonly Entry[]): Problem[] {
  const ids = new Set(entries.map(({ id }) => id));
  const problems = files
    .filter(({ path }) => !ids.has(idOf(path)))
    .map(({ path }) => problem(path, 'No entry has this id.', 'Call the file after an entry, or write that entry.'));
  for (const { path, text } of files)
    for (const line of linesOf(text).filter(({ length }) => length > LONGEST_ASK))
      problems.push(problem(path, `Longer than ${LONGEST_ASK} characters: ${line}`, 'Cut it to what somebody would type.'));
  return [...problems, ...entries.flatMap(saidTwice)];
}

function saidTwice({ id, asks }: Entry): Problem[] {
  const seen = new Set<string>();
  return asks.flatMap((ask) => {
    const isNew = !seen.has(ask.toLowerCase());
    seen.add(ask.toLowerCase());
    return isNew ? [] : [problem(`asks of ${id}`, `"${ask}" stands there twice.`, 'Once is enough: in the front matter or in asks/.')];
  });
}

function linesOf(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
}

function idOf(path: string): string {
  return path.replace(/^asks\/|\.txt$/g, '');
}

function problem(path: string, reason: string, help: string): Problem {
  return { check: 'ask', path, reason, help };
}
