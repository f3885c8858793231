/** Lists of packages that go over many lines: `pip list`, `pip freeze`, conda, uv, Gradio's report; opened by a line that announces one. */
import { CERTAIN, type Reading, type Sighting, sighted } from '../reading.ts';
import { NAME, VERSION } from '../shape.ts';

const row = (before: string, between: string, after: string): RegExp =>
  new RegExp(`^${before}(?<name>${NAME})${between}(?<version>${VERSION})${after}`, 'i');

/** A row of `pip freeze`. */
const FREEZE = row('', '==', '$');

/** What `pip show` says in its first two lines. */
const SHOWN = new RegExp(`^Name: (?<name>${NAME})$`);
const VERSION_OF_SHOWN = new RegExp(`^Version: (?<version>${VERSION})$`);

/** A row of `pip list`, of which people leave out the head. */
const LISTED = row('', ' {2,200}', '$');

interface Table {
  /** Announces it. */
  opens: RegExp;
  row: RegExp;
}

/** What a row may have behind the version: nothing, a blank and more columns. */
const MORE = '(?:\\s.{0,400})?$';

const TABLES: readonly Table[] = [
  { opens: /^\s{0,9}#?\s{0,3}(?:Package|Name)\s{1,200}Version\b/i, row: row('\\s{0,9}', '\\s{1,200}', MORE) },
  { opens: /\bpip3? freeze\b|--format[= ]freeze\b/, row: row('\\s{0,9}', '==', '$') },
  { opens: /^# packages in environment at /i, row: row('\\s{0,9}', '\\s{1,200}', MORE) },
  { opens: /dependencies in your environment:/i, row: row('\\s{0,9}', '(?:: |==)', '$') },
  { opens: /^(?:Installed|Prepared) \d{1,4} packages in /i, row: row('\\s{0,4}\\+ ', '==', '(?: \\(from .{1,300}\\))?$') },
  { opens: /packages will be (?:INSTALLED|UPDATED):/, row: row('\\s{1,9}', '\\s{1,200}(?:[\\w./:-]{1,120}-)?', '(?:-\\w.{0,200})?$') },
];
/** Lines that a table may have besides rows: blank ones, rules of dashes, headings, what was taken away. */
const PAUSE = /^(?:[\s#=-]{0,200}|#.{0,200}|\s?[-~] ?\S{1,80}|Name: .{0,80})$/;
const MOST_PAUSES = 3;
const MOST_TABLES = 200;

/** Marks of the lines that open a table. A line of `pip freeze` or `pip list` opens one as well, if it names one of these. */
const OPENERS = [
  'version',
  'name: ',
  'freeze',
  'packages in ',
  'dependencies in your',
  'packages will be ',
  'torch==',
  'gradio==',
  'numpy==',
  'transformers==',
  'torch  ',
  'gradio  ',
  'numpy  ',
  'transformers  ',
];

/** Follows tables of packages; between them it is shut, and only an opening line matters. */
export class Tables {
  #row: RegExp | null = null;
  /** The package that `pip show` is about. */
  #shown: string | undefined;
  #pauses = 0;

  /** Whether the next line may be a row, whatever it looks like. */
  get isOpen(): boolean {
    return this.#row !== null;
  }

  /** The reading of lines that open a table. */
  readonly opening: Reading = { marks: OPENERS, most: MOST_TABLES, find: (text) => this.#open(text) };

  /** A line that follows while a table is open. */
  follow(text: string): Sighting[] {
    if (!this.#row) return [];
    const found = rowOf(this.#row, text, this.#shown);
    if (found.length > 0) {
      this.#pauses = 0;
      return found;
    }
    if (!PAUSE.test(text) || ++this.#pauses > MOST_PAUSES) this.close();
    return [];
  }

  /** Ends the table: the next line is not of it. */
  close(): void {
    this.#row = null;
    this.#shown = undefined;
    this.#pauses = 0;
  }

  #open(text: string): Sighting[] {
    if (this.#row) return [];
    for (const shape of [FREEZE, LISTED]) {
      const found = rowOf(shape, text);
      if (found.length === 0) continue;
      this.#row = shape;
      return found;
    }
    this.#shown = SHOWN.exec(text)?.groups?.name;
    this.#row = this.#shown ? VERSION_OF_SHOWN : (TABLES.find(({ opens }) => opens.test(text))?.row ?? null);
    return [];
  }
}

/** A list of `pip freeze` may be a requirements file as well: what stands in it was asked for. */
function rowOf(pattern: RegExp, text: string, shown?: string): Sighting[] {
  const groups = pattern.exec(text)?.groups;
  const isFreeze = pattern === FREEZE;
  return sighted(groups?.name ?? shown, groups?.version, isFreeze ? CERTAIN.asked : CERTAIN.present, isFreeze ? 'pin' : 'pip');
}
