/** One content file to one entry: front matter and YAML are validated, the body is split, figures are filled in. */
import {
  type Answer,
  type Entry,
  expressionsOf,
  type Pattern,
  type Section,
  type Source,
  type TreeNode,
  type VersionNote,
} from '../core/library/entry.ts';
import { plainWords } from '../core/text/plain-words.ts';
import { literalsOf, needsOf } from './literals.ts';
import type { Problem } from './problem.ts';
import { type ErrorFile, errorSchema, guideSchema, type RuleFile, ruleSchema, type TreeFile, treeSchema } from './schema.ts';
import { firstParagraph, fixesOf, leadOf, sectionsOf } from './sections.ts';
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
  /** The body before figures were filled in, and the line on which it starts. */
  raw: string;
  samples: string[];
  nearMisses: { id?: string | undefined; text: string }[];
}

/** A file of errors/, rules/, guides/ or trees/; null when it is too broken to be an entry. */
export function parseEntry(file: ContentFile, shelf: Shelf, problems: Problem[]): Parsed | null {
  const [folder = '', name = ''] = file.path.split('/');
  const id = name.replace(/\.(?:md|yaml)$/, '');
  if (folder === 'trees') return parseTree(file, id, shelf, problems);
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
  const filled = fill(raw, file.path, shelf, problems);
  if (folder === 'errors') return parseError(file, id, fields, raw, filled, shelf, problems);
  return parsePage(file, folder === 'rules' ? 'rule' : 'guide', id, fields, raw, filled, shelf, problems);
}

function parseError(
  file: ContentFile,
  id: string,
  fields: unknown,
  raw: string,
  filled: string,
  shelf: Shelf,
  problems: Problem[],
): Parsed | null {
  const data = validate(errorSchema, fields, file.path, problems);
  if (!data) return null;
  const sections = sectionsOf(filled);
  const { stage, role, mild, overrides, explains, found } = data;
  const valid = (source: string) => isRegex(source, file.path, problems);
  const patterns = patternsOf(data, valid);
  const [unless, near] = [data.unless.filter(valid), data.near.filter(valid)];
  const entry: Entry = {
    kind: 'error',
    ...base(id, data, filled, shelf, file.path, problems),
    ...pageOf(filled, sections),
    stage,
    role,
    mild,
    signature: {
      patterns,
      unless,
      near,
      needs: Object.fromEntries(expressionsOf({ patterns, unless, near }).map((source) => [source, needsOf(source)])),
      overrides,
      explains,
      found: found.map((text) => fill(text, file.path, shelf, problems, true)),
      notes: data.notes.map(({ when, say }) => toNote(when, fill(say, file.path, shelf, problems, true))),
    },
    fixes: fixesOf(sections),
  };
  return { path: file.path, entry, raw, samples: data.samples, nearMisses: data['near-misses'] };
}

function patternsOf(data: ErrorFile, valid: (source: string) => boolean): Pattern[] {
  const toPattern = (weak: boolean) => (source: string) => ({ source, literals: literalsOf(source), weak });
  return [...data.match.filter(valid).map(toPattern(false)), ...data.titles.filter(valid).map(toPattern(true))];
}

function isRegex(source: string, path: string, problems: Problem[]): boolean {
  try {
    new RegExp(source, 'i');
    return true;
  } catch (error) {
    problems.push({
      check: 'regex',
      path,
      reason: (error as Error).message,
      help: 'Single quotes in YAML keep backslashes as they are; a group name may stand once in a pattern.',
    });
    return false;
  }
}

function toNote(when: string, say: string): VersionNote {
  const [name = '', operator = '', version = ''] = when.split(' ');
  return { name, operator: operator as VersionNote['operator'], version, say };
}

function parsePage(
  file: ContentFile,
  kind: 'rule' | 'guide',
  id: string,
  fields: unknown,
  raw: string,
  filled: string,
  shelf: Shelf,
  problems: Problem[],
): Parsed | null {
  const data = validate(kind === 'rule' ? ruleSchema : guideSchema, fields, file.path, problems);
  if (!data) return null;
  const shared = { ...base(id, data, filled, shelf, file.path, problems), ...pageOf(filled, sectionsOf(filled)) };
  const entry: Entry = kind === 'rule' ? { kind, ...shared, level: (data as RuleFile).level } : { kind, ...shared };
  return { path: file.path, entry, raw, samples: [], nearMisses: [] };
}

function parseTree(file: ContentFile, id: string, shelf: Shelf, problems: Problem[]): Parsed | null {
  const fields = yaml(file.text, file.path, problems);
  const data = fields === undefined ? null : validate(treeSchema, fields, file.path, problems);
  if (!data) return null;
  const intro = fill(data.intro, file.path, shelf, problems);
  const nodes = Object.fromEntries(Object.entries(data.nodes).map(([name, node]) => [name, fillNode(node, file.path, shelf, problems)]));
  const entry: Entry = { kind: 'tree', ...base(id, data, intro, shelf, file.path, problems), start: data.start, nodes };
  return { path: file.path, entry, raw: file.text, samples: [], nearMisses: [] };
}

function fillNode(node: TreeFile['nodes'][string], path: string, shelf: Shelf, problems: Problem[]): TreeNode {
  const put = (text: string) => fill(text, path, shelf, problems);
  if ('ask' in node) return { ask: put(node.ask), why: put(node.why), options: node.options.map(({ say, to }) => ({ say: put(say), to })) };
  return { answer: put(node.answer), text: put(node.text).trim(), see: node.see } satisfies Answer;
}

function base(
  id: string,
  data: { title: string; aka: string[]; asks: string[]; see: string[]; sources: string[]; checked: string },
  text: string,
  shelf: Shelf,
  path: string,
  problems: Problem[],
) {
  const { title, aka, asks, see, checked } = data;
  const sources = data.sources.flatMap((key): Source[] => {
    const source = shelf.sources.get(key);
    if (source) return [{ title: source.title, url: source.url, checked }];
    problems.push({
      check: 'source',
      path,
      reason: `sources.yaml has no "${key}".`,
      help: 'Use a key of sources.yaml, or add the source there.',
    });
    return [];
  });
  return {
    id,
    title: fill(title, path, shelf, problems),
    aka,
    asks,
    see,
    seenFrom: [],
    sources,
    checked,
    summary: plainWords(firstParagraph(text)),
  };
}

function pageOf(filled: string, sections: Section[]) {
  return { body: filled, lead: leadOf(filled), sections };
}
