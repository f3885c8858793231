/** `facts.yaml`, `sources.yaml`, `blanks.yaml`, `modules.yaml`, `companions.yaml`, `imports.yaml`, `words.yaml`: what all pages draw on, and figures filled into their texts. */
import type { z } from 'zod';
import type { Fact } from '../../core/library/library.ts';
import type { Thesaurus } from '../../core/search/search-table.ts';
import type { Problem } from '../problem.ts';
import type { Content, SHELVES } from './files.ts';
import {
  blanksSchema,
  companionsSchema,
  type FactFile,
  factSchema,
  importsSchema,
  modulesSchema,
  type SourceFile,
  sourceSchema,
  wordsSchema,
} from './schema.ts';
import { validate, yaml } from './validate.ts';

export interface Shelf {
  facts: Map<string, Fact & { owns: string[] }>;
  sources: Map<string, SourceFile>;
  /** What to put where a value is not known, by the name of the value. */
  blanks: Record<string, string>;
  /** The name on PyPI of what provides a module, where the two differ. */
  modules: Record<string, string>;
  /** By companion of torch, by release of torch: the release that belongs to it. */
  companions: Record<string, Record<string, string>>;
  /** By module: the names that it gives, which code uses without importing them. */
  imports: Record<string, string[]>;
  /** Words that lead to other words when somebody searches for them. */
  thesaurus: Thesaurus;
}

/** All the files, validated. */
export function parseShelf(content: Pick<Content, (typeof SHELVES)[number]>, problems: Problem[]): Shelf {
  const facts: Shelf['facts'] = new Map();
  const sources: Shelf['sources'] = new Map();
  for (const [key, value] of Object.entries((yaml(content.sources, 'sources.yaml', problems) as object) ?? {})) {
    const source = validate(sourceSchema, value, `sources.yaml: ${key}`, problems);
    if (source) sources.set(key, source);
  }
  for (const [name, value] of Object.entries((yaml(content.facts, 'facts.yaml', problems) as object) ?? {})) {
    const fact = validate(factSchema, value, `facts.yaml: ${name}`, problems);
    if (fact) facts.set(name, toFact(name, fact));
  }
  const table = <T>(name: 'blanks' | 'modules' | 'companions' | 'imports', schema: z.ZodType<Record<string, T>>): Record<string, T> =>
    validate(schema, yaml(content[name], `${name}.yaml`, problems) ?? {}, `${name}.yaml`, problems) ?? {};
  const words = validate(wordsSchema, yaml(content.words, 'words.yaml', problems) ?? {}, 'words.yaml', problems);
  const thesaurus = words ?? wordsSchema.parse({});
  return {
    facts,
    sources,
    blanks: table('blanks', blanksSchema),
    modules: table('modules', modulesSchema),
    companions: table('companions', companionsSchema),
    imports: table('imports', importsSchema),
    thesaurus,
  };
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
        : part.replace(/\{\{([a-z][a-z0-9_-]*)(?:\.(before|as-of))?\}\}/g, (whole, name: string, field?: string) =>
            factText(whole, name, field),
          ),
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
