/** The shape of every content file, as zod sees it. */
import { z } from 'zod';

const id = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'an id is kebab-case');
const text = z.string().min(1);
const day = z
  .union([z.date(), z.string()])
  .transform((value) => (value instanceof Date ? value.toISOString().slice(0, 10) : value))
  .pipe(z.string().regex(/^\d{4}-\d\d-\d\d$/, 'a day is YYYY-MM-DD'));

const common = {
  title: text,
  aka: z.array(id).default([]),
  asks: z.array(text).default([]),
  see: z.array(id).default([]),
  sources: z.array(id).min(1, 'at least one key of sources.yaml'),
  checked: day,
};

const note = z.strictObject({
  when: z.string().regex(/^(?:spaces|torch|gradio|python) (?:<|<=|>|>=|=) \d+(?:\.\d+){0,3}$/, 'like "torch < 2.8"'),
  say: text,
});

export const errorSchema = z.strictObject({
  ...common,
  stage: z.enum(['scheduler', 'startup', 'boundary', 'cuda', 'build', 'client', 'platform']),
  role: z.enum(['cause', 'symptom', 'notice']),
  mild: z.boolean().default(false),
  match: z.array(text).default([]),
  titles: z.array(text).default([]),
  unless: z.array(text).default([]),
  near: z.array(text).default([]),
  overrides: z.array(id).default([]),
  explains: z.array(id).default([]),
  found: z.array(text).default([]),
  notes: z.array(note).default([]),
  samples: z.array(text).min(1, 'at least one text that shows this error'),
  'near-misses': z.array(z.strictObject({ id: id.optional(), text })).min(1, 'at least one text that looks alike and is not this error'),
});

export const ruleSchema = z.strictObject({ ...common, level: z.enum(['must', 'should', 'know']) });
export const guideSchema = z.strictObject(common);

const option = z.strictObject({ say: text, to: text });
const question = z.strictObject({ ask: text, why: text, options: z.array(option).min(2).max(5) });
const answer = z.strictObject({ answer: text, text, see: z.array(id).min(1, 'at least one link') });

export const treeSchema = z.strictObject({
  ...common,
  intro: text,
  start: text,
  nodes: z.record(z.string().regex(/^[a-z0-9-]+$/), z.union([question, answer])),
});

export const factSchema = z.strictObject({
  value: z.union([z.string(), z.number()]),
  unit: text.optional(),
  what: text,
  'as-of': day,
  source: id,
  certainty: z.enum(['documented', 'read', 'reported']).default('documented'),
  before: z.array(z.strictObject({ value: text, until: day })).default([]),
  owns: z.array(text).default([]),
});

export const sourceSchema = z.strictObject({
  title: text,
  url: z.url().startsWith('https://', 'links are https'),
  kind: z.enum(['official', 'package', 'upstream', 'community']),
  dated: day,
  note: text.optional(),
});

export type ErrorFile = z.infer<typeof errorSchema>;
export type RuleFile = z.infer<typeof ruleSchema>;
export type GuideFile = z.infer<typeof guideSchema>;
export type TreeFile = z.infer<typeof treeSchema>;
export type FactFile = z.infer<typeof factSchema>;
export type SourceFile = z.infer<typeof sourceSchema>;
