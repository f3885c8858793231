/** One content file to one entry: front matter and YAML are validated, the body is split, figures are filled in. */
import { parse as parseYaml } from 'yaml';
import type { z } from 'zod';
import type { Answer, Entry, Fix, Section, Source, TreeNode, VersionNote } from '../core/entry.ts';
import type { Fact } from '../core/library.ts';
import { literalsOf } from './literals.ts';
import type { Problem } from './problem.ts';
import {
  type ErrorFile,
  errorSchema,
  type FactFile,
  factSchema,
  guideSchema,
  type RuleFile,
  ruleSchema,
  type SourceFile,
  sourceSchema,
  type TreeFile,
  treeSchema,
} from './schema.ts';

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

export interface Shelf {
  facts: Map<string, Fact & { owns: string[] }>;
  sources: Map<string, SourceFile>;
}

/** Validates a YAML value; problems come back with the field that is wrong. */
function validate<T extends z.ZodType>(schema: T, value: unknown, path: string, problems: Problem[]): z.output<T> | null {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  for (const issue of result.error.issues) {
    const field = issue.path.join('.');
    problems.push({
      check: 'shape',
      path: field ? `${path}: ${field}` : path,
      reason: issue.message,
      help: 'See content/README.md for the fields of this kind of file.',
    });
  }
  return null;
}

function yaml(text: string, path: string, problems: Problem[]): unknown {
  try {
    return parseYaml(text);
  } catch (error) {
    problems.push({
      check: 'yaml',
      path,
      reason: (error as Error).message.split('\n')[0] as string,
      help: 'Quote texts that hold ": ", "#" or brackets.',
    });
    return undefined;
  }
}

/** `facts.yaml` and `sources.yaml`: what all pages draw on. */
export function parseShelf(factsText: string, sourcesText: string, problems: Problem[]): Shelf {
  const facts: Shelf['facts'] = new Map();
  const sources: Shelf['sources'] = new Map();
  for (const [key, value] of Object.entries((yaml(sourcesText, 'sources.yaml', problems) as object) ?? {})) {
    const source = validate(sourceSchema, value, `sources.yaml: ${key}`, problems);
    if (source) sources.set(key, source);
  }
  for (const [name, value] of Object.entries((yaml(factsText, 'facts.yaml', problems) as object) ?? {})) {
    const fact = validate(factSchema, value, `facts.yaml: ${name}`, problems);
    if (fact) facts.set(name, toFact(name, fact));
  }
  return { facts, sources };
}

function toFact(name: string, file: FactFile): Fact & { owns: string[] } {
  const { value, unit, certainty, what, source, before, owns } = file;
  const text = unit ? `${value} ${unit}` : String(value);
  return { name, text, ...numberOf(value), ...(unit ? { unit } : {}), certainty, what, asOf: file['as-of'], source, before, owns };
}

/** 48, '1.5' and '2×' are numbers to calculate with; '2.8.0 and 2.9.1' is not. */
function numberOf(value: string | number): { value?: number } {
  const digits = /^(\d{1,9}(?:\.\d{1,3})?)×?$/.exec(String(value))?.[1];
  return digits === undefined ? {} : { value: Number(digits) };
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
  const { stage, role, mild, unless, near, overrides, found } = data;
  const entry: Entry = {
    kind: 'error',
    ...base(id, data, filled, shelf, file.path, problems),
    ...pageOf(filled, sections),
    stage,
    role,
    mild,
    signature: {
      patterns: patternsOf(data, file.path, problems),
      unless: unless.filter((source) => isRegex(source, file.path, problems)),
      near: near.filter((source) => isRegex(source, file.path, problems)),
      overrides,
      found: found.map((text) => fill(text, file.path, shelf, problems, true)),
      notes: data.notes.map(({ when, say }) => toNote(when, fill(say, file.path, shelf, problems, true))),
    },
    fixes: fixesOf(sections),
  };
  return { path: file.path, entry, raw, samples: data.samples, nearMisses: data['near-misses'] };
}

function patternsOf(data: ErrorFile, path: string, problems: Problem[]) {
  const toPattern = (weak: boolean) => (source: string) => ({ source, literals: literalsOf(source), weak });
  const valid = (source: string) => isRegex(source, path, problems);
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
    summary: plain(firstParagraph(text)),
  };
}

function pageOf(filled: string, sections: Section[]) {
  return { body: filled, lead: leadOf(filled), sections };
}

/** The text before the first heading. */
export function leadOf(body: string): string {
  return (body.split(/^## /m)[0] ?? '').trim();
}

/** The `## ` sections of a body; headings inside code fences are code. */
export function sectionsOf(body: string): Section[] {
  return split(body, '## ').map(({ heading, text }) => ({ heading, text }));
}

function split(body: string, mark: string): Section[] {
  const sections: Section[] = [];
  let isFenced = false;
  for (const line of body.split('\n')) {
    if (line.startsWith('```')) isFenced = !isFenced;
    if (!isFenced && line.startsWith(mark)) sections.push({ heading: line.slice(mark.length).trim(), text: '' });
    else if (sections.length > 0) (sections.at(-1) as Section).text += `${line}\n`;
  }
  return sections.map(({ heading, text }) => ({ heading, text: text.trim() }));
}

function fixesOf(sections: Section[]): Fix[] {
  const fix = sections.find((section) => section.heading === 'Fix');
  return split(fix?.text ?? '', '### ').map(({ heading, text }) => {
    const fence = /```(\w*)\n([\s\S]*?)\n?```/.exec(text);
    return {
      title: heading,
      text: text
        .replace(/```[\s\S]*?```/g, '')
        .replace(/\n{3,}/g, '\n\n')
        .trim(),
      code: fence?.[2] ?? '',
      language: fence?.[1] ?? 'text',
    };
  });
}

function firstParagraph(text: string): string {
  return (text.split(/\n\s*\n/)[0] ?? '').replace(/\n/g, ' ').trim();
}

/** Markdown to plain words: links, code and emphasis lose their marks. */
export function plain(markdown: string): string {
  return markdown
    .replace(/\[\[([^\]]+)\]\]/g, '$1')
    .replace(/\[([^\]]+)\]\([^)]+\)/g, '$1')
    .replace(/[`*]/g, '');
}

/**
 * Fills `{{fact}}`, `{{fact.before}}` and `{{fact.as-of}}` in, outside code fences.
 * With `keepUnknown`, other names stay as they are: they are captures of the log.
 */
export function fill(text: string, path: string, shelf: Shelf, problems: Problem[], keepUnknown = false): string {
  return text
    .split(/(```[\s\S]*?```)/)
    .map((part, index) =>
      index % 2 === 1
        ? part
        : part.replace(/\{\{([a-z0-9-]+)(?:\.(before|as-of))?\}\}/g, (whole, name: string, field?: string) => factText(whole, name, field)),
    )
    .join('');

  function factText(whole: string, name: string, field?: string): string {
    const fact = shelf.facts.get(name);
    if (fact && field === 'as-of') return fact.asOf;
    if (fact && field === 'before' && fact.before.length > 0)
      return fact.before.map(({ value, until }) => `${value} until ${until}`).join(', ');
    if (fact && !field) return fact.text;
    if (!keepUnknown)
      problems.push({
        check: 'fact',
        path,
        reason: `There is no figure ${whole}.`,
        help: 'Use a name of facts.yaml; .before needs a "before" there.',
      });
    return whole;
  }
}
