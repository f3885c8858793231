/** Reads the table of a package: on which lines of its files, in which releases, a frame can stand (written by src/build/releases/table.py). */

/** The releases of a project, oldest first, and per file what each of them changes. */
export interface ReleaseTable {
  project: string;
  releases: string[];
  files: Map<string, string[]>;
}

/** A line that a frame can stand on: the lines since the mark before it, the function's name, and the sign of the line's text. */
interface Mark {
  gap: number;
  name: string;
  sign: string;
}

/** What a frame is asked for: its line, its function, and the signs that its quoted line can have; null where the log quotes none. */
export interface Question {
  line: number;
  name: string;
  signs: readonly string[] | null;
}

/** What the table knows of a question: which releases have such a frame, and whether any has this function at all. */
export interface Answer {
  fits: boolean[];
  isKnown: boolean;
}

/**
 * The steps from the marks of one release to those of the next: =n keeps n marks, -n drops n, >n keeps one whose gap is n lines wider, <n
 * one whose gap is n lines narrower, and + stands before new ones, each written as [function], gap and a sign; the function is left out
 * where it stays, the gap where it is one line.
 */
export const CHANGE = /=(\d{1,5})|-(\d{1,5})|>(\d{1,5})|<(\d{1,5})|\+|(?:\[([^\]]{1,100})\])?(\d{0,5})(?<sign>[^\d=<>[\]-])/g;

/** The table that a text holds. */
export function parseTable(text: string): ReleaseTable {
  const [head = '', ...blocks] = text.split('\n@');
  const [project = '', ...releases] = head.trim().split(' ');
  const files = blocks.map((block): [string, string[]] => {
    const [path = '', ...rows] = block.trimEnd().split('\n');
    return [path, rows];
  });
  return { project, releases, files: new Map(files) };
}

/** Answers questions about one file, all in one reading of its history. */
export function answer(table: ReleaseTable, path: string, questions: readonly Question[]): Answer[] {
  const answers = questions.map((): Answer => ({ fits: table.releases.map(() => false), isKnown: false }));
  const rows = table.files.get(path) ?? [];
  let marks: Mark[] = [];
  for (const [index, row] of rows.entries()) {
    const from = Number.parseInt(row, 10);
    const to = index + 1 < rows.length ? Number.parseInt(rows[index + 1] as string, 10) : table.releases.length;
    marks = changed(marks, row.slice(String(from).length));
    for (const [at, question] of questions.entries()) {
      const found = answers[at] as Answer;
      const { isKnown, isFitting } = look(marks, question);
      found.isKnown ||= isKnown;
      if (isFitting) found.fits.fill(true, from, to);
    }
  }
  return answers;
}

/** Comprehensions and lambdas stand in the table under the function around them. */
const isNameless = (name: string): boolean => name.startsWith('<') && name !== '<module>';

function look(marks: readonly Mark[], { line, name, signs }: Question): { isKnown: boolean; isFitting: boolean } {
  let at = 0;
  let isKnown = false;
  let isFitting = false;
  for (const mark of marks) {
    at += mark.gap;
    if (mark.name !== name && !isNameless(name)) continue;
    isKnown = true;
    if (at === line && (signs === null || signs.includes(mark.sign))) isFitting = true;
  }
  return { isKnown, isFitting };
}

/** The marks of a release, made of those of the one before. */
function changed(before: readonly Mark[], change: string): Mark[] {
  const after: Mark[] = [];
  let at = 0;
  const keep = (count: number): void => {
    after.push(...before.slice(at, at + count));
    at += count;
  };
  const widen = (lines: number): void => {
    const mark = before[at++] as Mark;
    after.push({ ...mark, gap: mark.gap + lines });
  };
  for (const [, kept, dropped, wider, narrower, name, gap, sign] of change.matchAll(CHANGE)) {
    if (kept) keep(Number(kept));
    else if (dropped) at += Number(dropped);
    else if (wider) widen(Number(wider));
    else if (narrower) widen(-Number(narrower));
    else if (sign) after.push({ gap: gap ? Number(gap) : 1, name: name ?? (after.at(-1)?.name as string), sign });
  }
  keep(before.length - at);
  return after;
}
