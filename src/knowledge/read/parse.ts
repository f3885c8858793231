/** One content file to one entry: front matter and YAML are validated, figures filled in, the body read into blocks. */
import { BARE_FIX, type Entry, type Fix, type Pattern, type Source, type TreeNode } from '../../core/library/entry.ts';
import type { Block, Inline } from '../../core/markup/blocks.ts';
import { plainWords } from '../../core/markup/read.ts';
import { literalsOf } from '../patterns/literals.ts';
import type { Problem } from '../problem.ts';
import { blocksOf, inlinesOf } from './markdown.ts';
import { type ErrorFile, errorSchema, guideSchema, type RuleFile, ruleSchema, type TreeFile, treeSchema } from './schema.ts';
import { firstParagraph, fixesOf, sectionsOf, whyOf } from './sections.ts';
import { fill, type Shelf } from './shelf.ts';
import { validate, yaml } from './validate.ts';

export interface ContentFile {
  /** Path within content/, with slashes. */
  path: string;
  text: string;
}

/** An entry with what the checker needs besides. */
export interface Parsed {
  path: string;
  entry: Entry;
  /** The body before figures were filled in. */
  raw: string;
  samples: string[];
  nearMisses: { id?: string | undefined; text: string }[];
  /** Names of fixes that the front matter speaks of. */
  described: string[];
}

/** A file of errors/, rules/, guides/ or trees/; null when it is too broken to be an entry. */
export function parseEntry(file: ContentFile, shelf: Shelf, asks: ReadonlyMap<string, string[]>, problems: Problem[]): Parsed | null {
  const [folder = '', name = ''] = file.path.split('/');
  const id = name.replace(/\.(?:md|yaml)$/, '');
  const read = new EntryReader(file.path, id, shelf, asks.get(id) ?? [], problems);
  if (folder === 'trees') return read.tree(file.text);
  const parts = /^---\n([\s\S]*?)\n---\n([\s\S]*)$/.exec(file.text);
  if (!parts) {
    problems.push({
      check: 'shape',
      path: file.path,
      reason: 'There is no front matter.',
      help: 'Start the file with --- , the fields, --- .',
    });
    return null;
  }
  const fields = yaml(parts[1] as string, file.path, problems);
  if (fields === undefined) return null;
  const raw = (parts[2] as string).trim();
  return folder === 'errors' ? read.error(fields, raw) : read.page(folder === 'rules' ? 'rule' : 'guide', fields, raw);
}

class EntryReader {
  readonly #path: string;
  readonly #id: string;
  readonly #shelf: Shelf;
  readonly #moreAsks: readonly string[];
  readonly #problems: Problem[];

  constructor(path: string, id: string, shelf: Shelf, moreAsks: readonly string[], problems: Problem[]) {
    this.#path = path;
    this.#id = id;
    this.#shelf = shelf;
    this.#moreAsks = moreAsks;
    this.#problems = problems;
  }

  error(fields: unknown, raw: string): Parsed | null {
    const data = validate(errorSchema, fields, this.#path, this.#problems);
    if (!data) return null;
    const filled = fill(raw, this.#path, this.#shelf, this.#problems, true);
    const { lead, sections } = sectionsOf(blocksOf(filled, this.#path, this.#problems));
    const { before, fixes } = fixesOf(sections.find(({ heading }) => heading === 'Fix'));
    const why = whyOf(sections.find(({ heading }) => heading === 'Why'));
    const rest = new Map([
      ['Fix', before],
      ['Why', why.blocks],
    ]);
    const { stage, role, message, mild, wraps, blanks, basis } = data;
    const entry: Entry = {
      kind: 'error',
      ...this.#base(data, filled),
      lead,
      sections: sections.map((section) => ({ ...section, blocks: rest.get(section.heading) ?? section.blocks })),
      stage,
      role,
      message: message ?? null,
      mild,
      wraps,
      signature: this.#signature(data),
      kinds: [],
      fixes: fixes.map((fix) => this.#fix({ ...fix, why: why.byFix.get(fix.name) ?? [] }, data.fixes[fix.name])),
      why: why.sentences,
      blanks: { ...this.#shelf.blanks, ...blanks },
      basis: basis ? { kind: basis.kind, story: basis.story ?? null, version: basis.version ?? null, date: basis.date } : null,
    };
    return {
      path: this.#path,
      entry,
      raw,
      samples: data.samples,
      nearMisses: data['near-misses'],
      described: [...Object.keys(data.fixes), ...why.byFix.keys()],
    };
  }

  page(kind: 'rule' | 'guide', fields: unknown, raw: string): Parsed | null {
    const data = validate(kind === 'rule' ? ruleSchema : guideSchema, fields, this.#path, this.#problems);
    if (!data) return null;
    const filled = fill(raw, this.#path, this.#shelf, this.#problems);
    const shared = { ...this.#base(data, filled), ...sectionsOf(blocksOf(filled, this.#path, this.#problems)) };
    const entry: Entry = kind === 'rule' ? { kind, ...shared, level: (data as RuleFile).level } : { kind, ...shared };
    return { path: this.#path, entry, raw, samples: [], nearMisses: [], described: [] };
  }

  tree(text: string): Parsed | null {
    const fields = yaml(text, this.#path, this.#problems);
    const data = fields === undefined ? null : validate(treeSchema, fields, this.#path, this.#problems);
    if (!data) return null;
    const intro = fill(data.intro, this.#path, this.#shelf, this.#problems);
    const nodes = Object.fromEntries(Object.entries(data.nodes).map(([name, node]) => [name, this.#node(node)]));
    const entry: Entry = { kind: 'tree', ...this.#base(data, intro), start: data.start, nodes };
    return { path: this.#path, entry, raw: text, samples: [], nearMisses: [], described: [] };
  }

  #signature(data: ErrorFile) {
    const valid = (source: string) => this.#isRegex(source);
    const toPattern =
      (weak: boolean) =>
      ({ source, fixes }: { source: string; fixes: string[] }): Pattern => ({ source, literals: literalsOf(source), weak, fixes });
    const patterns = [
      ...data.match.filter(({ source }) => valid(source)).map(toPattern(false)),
      ...data.titles.filter(({ source }) => valid(source)).map(toPattern(true)),
    ];
    const [unless, near] = [data.unless.filter(valid), data.near.filter(valid)];
    return {
      patterns,
      unless,
      near,
      overrides: data.overrides,
      explains: data.explains,
      instead: data.instead,
      found: data.found.map((text) => this.#line(text, true)),
      notes: data.notes.map(({ when, say }) => ({ when, say: this.#line(say, true) })),
    };
  }

  #fix(fix: Pick<Fix, 'name' | 'title' | 'blocks' | 'why'>, more: ErrorFile['fixes'][string] | undefined): Fix {
    const { then = [], ...said } = more ?? {};
    const branches = then.map((branch) => ({ see: this.#line(branch.if, true), do: this.#line(branch.do, true) }));
    // What it does of all that can be tried is found out when all files are there.
    // biome-ignore lint/suspicious/noThenProperty: a list of branches; nothing awaits a fix.
    return { ...BARE_FIX, ...fix, ...said, then: branches };
  }

  #isRegex(source: string): boolean {
    try {
      new RegExp(source, 'i');
      return true;
    } catch (error) {
      this.#problems.push({
        check: 'regex',
        path: this.#path,
        reason: (error as Error).message,
        help: 'Single quotes in YAML keep backslashes as they are; a group name may stand once in a pattern.',
      });
      return false;
    }
  }

  #node(node: TreeFile['nodes'][string]): TreeNode {
    if ('ask' in node)
      return {
        ask: this.#line(node.ask),
        why: this.#line(node.why),
        options: node.options.map(({ say, to }) => ({ say: this.#line(say), to })),
      };
    return { answer: this.#line(node.answer), blocks: this.#blocks(node.text), see: node.see, plan: node.plan ?? null };
  }

  /** A sentence of Markdown. With `keepUnknown`, names that are no figures are values of a log. */
  #line(text: string, keepUnknown = false): Inline[] {
    return inlinesOf(fill(text, this.#path, this.#shelf, this.#problems, keepUnknown).trim(), this.#path, this.#problems);
  }

  #blocks(text: string): Block[] {
    return blocksOf(fill(text, this.#path, this.#shelf, this.#problems), this.#path, this.#problems);
  }

  #base(data: Pick<ErrorFile, 'title' | 'aka' | 'asks' | 'see' | 'sources' | 'checked'>, text: string) {
    const { title, aka, see, checked } = data;
    const sources = data.sources.flatMap((key): Source[] => {
      const source = this.#shelf.sources.get(key);
      if (source) return [{ title: source.title, url: source.url, checked }];
      this.#problems.push({
        check: 'source',
        path: this.#path,
        reason: `sources.yaml has no "${key}".`,
        help: 'Use a key of sources.yaml, or add the source there.',
      });
      return [];
    });
    return {
      id: this.#id,
      title: fill(title, this.#path, this.#shelf, this.#problems),
      aka,
      asks: [...data.asks, ...this.#moreAsks],
      see,
      seenFrom: [],
      sources,
      checked,
      summary: plainWords(blocksOf(firstParagraph(text), this.#path, [])),
    };
  }
}
