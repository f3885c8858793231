/** The shape of every content file, as zod sees it. */
import { z } from 'zod';
import { ACTS, HARDWARE, ROLES, SDKS } from '../../core/library/asker.ts';
import { parseCondition } from '../../core/library/condition.ts';
import { ACTORS, BASES } from '../../core/library/entry.ts';
import { ASKED, FAILURE_KINDS, RAISERS } from '../../core/library/failure.ts';
import { SYSTEMS, WEIGHTS, WHERES } from '../../core/library/place.ts';

const id = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, 'an id is kebab-case');
const text = z.string().min(1);
const valueName = z.string().regex(/^[a-z][a-z0-9_-]*$/, 'the name of a value');
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

const condition = z.string().transform((value, context) => {
  const parsed = parseCondition(value);
  if (parsed) return parsed;
  context.addIssue({ code: 'custom', message: `"${value}" is no condition: write "torch < 2.8", "where = space|caller" or "has module"` });
  return z.NEVER;
});

const note = z.strictObject({ when: condition, say: text });
const fixNames = z.union([id.transform((name) => [name]), z.array(id)]);

/** A regular expression, and the fixes that belong to what it finds. */
const pattern = z.union([
  text.transform((source) => ({ source, fixes: [] as string[] })),
  z.strictObject({ pattern: text, fix: fixNames }).transform(({ pattern: source, fix }) => ({ source, fixes: fix })),
]);

const lineEdit = z.union([
  z.strictObject({ drop: text }),
  z.strictObject({ from: text, to: text }),
  z.strictObject({ move: text, to: text }),
  z.strictObject({ call: text, add: text }),
  z.strictObject({ hand: text, to: text }),
]);

const fix = z.strictObject({
  when: z.array(condition).default([]),
  edits: z.array(lineEdit).default([]),
  who: z.enum(ACTORS).optional(),
  after: z.array(z.enum(ACTS)).default([]),
  verify: text.optional(),
  // biome-ignore lint/suspicious/noThenProperty: what an author writes; nothing awaits it.
  then: z
    .array(z.strictObject({ if: text, do: text }))
    .max(2, 'at most two branches')
    .default([]),
});

const instead = z.strictObject({ when: condition, id, fix: id });

const basis = z.strictObject({
  kind: z.enum(BASES),
  story: id.optional(),
  version: text.optional(),
  date: day,
});

export const errorSchema = z.strictObject({
  ...common,
  stage: z.enum(['scheduler', 'startup', 'boundary', 'cuda', 'build', 'client', 'platform']),
  role: z.enum(['cause', 'symptom', 'notice']),
  message: text.optional(),
  mild: z.boolean().default(false),
  wraps: z.boolean().default(false),
  match: z.array(pattern).default([]),
  titles: z.array(pattern).default([]),
  unless: z.array(text).default([]),
  near: z.array(text).default([]),
  overrides: z.array(id).default([]),
  explains: z.array(id).default([]),
  instead: z.array(instead).default([]),
  found: z.array(text).default([]),
  notes: z.array(note).default([]),
  fixes: z.record(id, fix).default({}),
  blanks: z.record(valueName, text).default({}),
  basis: basis.optional(),
  samples: z.array(text).min(1, 'at least one text that shows this error'),
  'near-misses': z.array(z.strictObject({ id: id.optional(), text })).min(1, 'at least one text that looks alike and is not this error'),
});

export const ruleSchema = z.strictObject({ ...common, level: z.enum(['must', 'should', 'know']) });
export const guideSchema = z.strictObject(common);

const option = z.strictObject({ say: text, to: text });
const question = z.strictObject({ ask: text, why: text, options: z.array(option).min(2).max(5) });
const answer = z.strictObject({
  answer: text,
  text,
  see: z.array(id).min(1, 'at least one link'),
  plan: z.record(z.string(), z.union([z.string(), z.number()]).transform(String)).optional(),
});

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

export const blanksSchema = z.record(valueName, text);
/** Keys as they are imported, values as they are called on PyPI. */
export const modulesSchema = z.record(
  z.string().regex(/^[A-Za-z_][\w.]*$/, 'a module as it is imported'),
  z.string().regex(/^[A-Za-z0-9][\w.-]*$/, 'a name on PyPI'),
);

const release = z.string().regex(/^\d{1,3}(?:\.\d{1,4}){1,3}(?:\.post\d{1,2})?$/, 'a release, like 2.8.0');
const builds = z.string().regex(/^cu\d{3}(?: cu\d{3})*$/, 'builds, like cu126 cu128');
const pythons = z.string().regex(/^3\.\d{1,2} 3\.\d{1,2}$/, 'the oldest and the newest Python, like 3.9 3.13');
/** By companion of torch, by release of torch: the release that belongs to it; under `index` the builds of PyTorch's own index. */
export const companionsSchema = z.record(
  z.string().regex(/^[a-z]{3,20}$/, 'a name on PyPI'),
  z.record(release, z.union([release, builds, pythons])),
);

/** By module, or `<module> as`: the names that it gives; under `import` modules by their own name. */
export const importsSchema = z.record(
  z.string().regex(/^[A-Za-z_][\w.]{0,40}(?: as)?$/, 'a module'),
  z.array(z.string().regex(/^[A-Za-z_]\w{0,40}(?:\(\))?$/, 'a name, with () for a function')),
);

/** Signs of where the user is; the samples prove them. */
export const placesSchema = z.array(
  z
    .strictObject({
      match: text,
      where: z.enum(WHERES).optional(),
      os: z.enum(SYSTEMS).optional(),
      weight: z.number().int().min(WEIGHTS.least).max(WEIGHTS.most),
      samples: z.array(text).min(1, 'at least one text that shows this sign'),
      'near-misses': z.array(text).default([]),
    })
    .refine(({ where, os }) => where !== undefined || os !== undefined, 'a sign tells where, os, or both'),
);

const samples = z.array(text).min(1, 'at least one text that shows it');
const nearMisses = z.array(text).default([]);
/** What the asker says of himself; the samples prove it. */
export const askerSchema = z.strictObject({
  frames: z.strictObject({ before: text, after: text }),
  acts: z.record(
    z.enum(ACTS),
    z
      .strictObject({ said: text.optional(), shows: text.optional(), does: text })
      .refine(({ said, shows }) => (said === undefined) !== (shows === undefined), 'an act is `said` by the asker, or the text `shows` it'),
  ),
  visitor: z.strictObject({ title: text, say: text, code: text }),
  signs: z.array(
    z
      .strictObject({
        match: text,
        act: z.enum(ACTS).optional(),
        keeps: z.boolean().default(false),
        who: z.enum(ROLES).optional(),
        sdk: z.enum(SDKS).optional(),
        hardware: z.enum(HARDWARE).optional(),
        framed: z.boolean().default(false),
        printed: z.boolean().default(false),
        samples,
        'near-misses': z.array(text).min(1, 'at least one text that says something else'),
      })
      .refine(
        ({ act, keeps, who, sdk, hardware }) =>
          [act, keeps || undefined, who, sdk, hardware].filter((told) => told !== undefined).length === 1,
        'a sign tells one thing: act, keeps, who, sdk or hardware',
      ),
  ),
});

const kindWords = z.strictObject({ title: text, look: text });
/** What will be seen next, and what is done then: a card has room for two. */
const nextSteps = z
  .array(z.strictObject({ if: text, do: text }))
  .max(2)
  .default([]);

/** How failures that no page knows are recognised, and what their kinds are. */
export const failuresSchema = z.strictObject({
  kinds: z.record(z.enum(FAILURE_KINDS), kindWords),
  rules: z.array(
    z.strictObject({
      kind: z.enum(FAILURE_KINDS),
      types: z.array(text).default([]),
      match: text.optional(),
      own: z.boolean().default(false),
      samples,
      'near-misses': nearMisses,
    }),
  ),
  signs: z.array(
    z.strictObject({
      match: text,
      kind: z.enum(FAILURE_KINDS).optional(),
      outcome: z.boolean().default(false),
      cause: z.boolean().default(false),
      samples,
      'near-misses': nearMisses,
    }),
  ),
  harmless: z.array(z.strictObject({ match: text, samples })),
  wrappers: z.array(text),
  vague: z.array(z.strictObject({ match: text, samples })).default([]),
  relayed: z.array(z.strictObject({ match: text, samples })).default([]),
  routine: z.array(text),
  stops: z.array(text),
  readings: z
    .array(
      z.strictObject({
        match: text,
        statement: text.optional(),
        trail: text.optional(),
        cut: z.boolean().optional(),
        kinds: z.array(z.enum(FAILURE_KINDS)).optional(),
        answer: z.boolean().optional(),
        raised: z.enum(RAISERS).optional(),
        asks: z.enum(ASKED).optional(),
        title: text.optional(),
        look: text,
        code: text.optional(),
        steps: nextSteps,
        page: text.optional(),
        samples,
      }),
    )
    .default([]),
  ways: z
    .array(z.strictObject({ raised: z.enum(RAISERS), when: z.array(text).default([]), do: text, code: text.optional(), steps: nextSteps }))
    .default([]),
  statuses: z.record(z.string().regex(/^[45]\d\d$/), text).default({}),
  components: z.record(text, z.strictObject({ takes: text, returns: text })).default({}),
});

export const wordsSchema = z.strictObject({
  filler: z.array(text).default([]),
  alike: z.record(text, z.array(text)).default({}),
  translations: z.record(text, z.array(text)).default({}),
  elsewhere: z.array(text).default([]),
  here: z.array(text).default([]),
});

export type ErrorFile = z.infer<typeof errorSchema>;
export type RuleFile = z.infer<typeof ruleSchema>;
export type TreeFile = z.infer<typeof treeSchema>;
export type FactFile = z.infer<typeof factSchema>;
export type SourceFile = z.infer<typeof sourceSchema>;
export type PlacesFile = z.infer<typeof placesSchema>;
export type AskerFile = z.infer<typeof askerSchema>;
export type FailuresFile = z.infer<typeof failuresSchema>;
