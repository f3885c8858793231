import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { print } from '../golden/print.ts';
import { knowledge } from '../library.ts';

const ROOT = join(import.meta.dirname, '../..');
const GOLDEN = join(ROOT, 'test/golden/files');
/** Objects whose fields are names that a log chose. */
const NAMED_BY_LOG = ['environment.packages'];
/** Objects whose fields are those of patterns: each page has its own. */
const OPEN = ['diagnoses[].values', 'tree.nodes', 'plan.flags', 'nearest[].fix'];
/** Fields that these documents do not show: a range needs the table of releases, a hint somebody who tried all fixes. */
const NOT_HERE = /^(?:diagnoses\[\]\.hint|environment\.packages\.\*\.range.*)$/;

/** What the written-down documents, of a small knowledge, do not show. */
const MORE: readonly { args: string[]; stdin?: string }[] = [
  {
    args: ['diagnose'],
    stdin: [
      '$ python app.py',
      'I am the owner of this Space. I already reinstalled everything and restarted it, and upgraded gradio, which did not help. torch has to stay at 2.4.0.',
      'Successfully installed gradio-5.9.1 torch-2.4.0',
      'pipe = DiffusionPipeline.from_pretrained("stabilityai/sdxl-turbo")',
      'load_dataset("squad/plain_text")',
      'Traceback (most recent call last):',
      '  File "/usr/local/lib/python3.10/site-packages/gradio/queueing.py", line 624, in process_events',
      '    response = await route_utils.call_process_api(',
      '  File "/home/user/app/app.py", line 12, in generate',
      '    return pipe(prompt)',
      'ValidationError: 2 validation errors for Config',
      'name',
      '  Field required [type=missing, input_value={}, input_type=dict]',
    ].join('\n'),
  },
  {
    args: ['diagnose'],
    stdin: 'error: the server gave up. Please run `frob --repair` and try again.\nRuntimeError: cannot reach https://example.org\n',
  },
  {
    args: ['diagnose'],
    stdin: [
      'Traceback (most recent call last):',
      '  File "/app/app.py", line 3, in run',
      '    f()',
      'FrobError: cannot pickle the frob lock',
    ].join('\n'),
  },
  { args: ['diagnose'], stdin: 'My Space has been building for two hours and nothing happens. How do I stop the build?\n' },
  { args: ['show', 'pip-conflict'] },
  { args: ['check', spaceThatCannotBeRead()] },
  { args: ['decide', 'large-or-xlarge', '--answers', '1'] },
  { args: ['diagnose', 'test/logs/gradio-shown-error-6.31.0.log'] },
];

function spaceThatCannotBeRead(): string {
  const folder = mkdtempSync(join(tmpdir(), 'space-'));
  mkdirSync(join(folder, 'app.py'));
  return folder;
}

type Fields = Map<string, Set<string>>;

/** Tables of the reference, by the name of the document: of each field its types. */
function told(): Map<string, Fields> {
  const parts = readFileSync(join(ROOT, '.github/JSON.md'), 'utf8').split(/^## /m).slice(1);
  return new Map(
    parts.map((part) => [
      part.slice(0, part.indexOf('\n')),
      new Map(
        [...part.matchAll(/^\| `([^`]+)` \| ([^|]+) \|/gm)].map(([, field, types]) => [
          field as string,
          new Set(types?.trim().split(', ')),
        ]),
      ),
    ]),
  );
}

/** What documents hold. */
async function printed(): Promise<Map<string, Fields>> {
  const all = new Map<string, Fields>();
  for (const { args, stdin } of MORE) add(await print([...args, '--json'], stdin, knowledge), all);
  for (const name of readdirSync(GOLDEN)) {
    const path = join(GOLDEN, name, 'json');
    if (existsSync(path)) add(readFileSync(path, 'utf8'), all);
  }
  return all;
}

function add(printed: string, all: Map<string, Fields>): void {
  // What stands on standard error, and the exit code, follow the document.
  const [json] = /^\{[\s\S]*?^\}$/m.exec(printed) as RegExpExecArray;
  const document = JSON.parse(json) as { schema: string };
  const schema = /\/(\w+)@1$/.exec(document.schema)?.[1] as string;
  const fields = all.get(schema) ?? new Map();
  gather(document, '', fields);
  all.set(schema, fields);
}

function gather(value: unknown, path: string, fields: Fields): void {
  if (Array.isArray(value)) {
    for (const each of value) gather(each, `${path}[]`, fields);
    return;
  }
  if (path !== '') fields.set(path, (fields.get(path) ?? new Set()).add(value === null ? 'null' : typeof value));
  if (typeof value !== 'object' || value === null || OPEN.includes(path)) return;
  for (const [key, each] of Object.entries(value)) {
    const name = NAMED_BY_LOG.includes(path) ? '*' : key;
    gather(each, path === '' ? name : `${path}.${name}`, fields);
  }
}

const reference = told();
const documents = await printed();

describe('the reference of --json', () => {
  it('describes the documents that there are', () => {
    expect([...reference.keys()].sort()).toEqual([...documents.keys()].sort());
  });

  it.each([...documents])('describes every field of %s, with its types', (schema, fields) => {
    const known = reference.get(schema) as Fields;
    const unknown = [...fields].flatMap(([field, types]) => {
      const missing = [...types].filter((type) => !known.get(field)?.has(type));
      return missing.map((type) => `${field}: ${type}`);
    });
    expect(unknown).toEqual([]);
  });

  it.each([...documents])('describes no field of %s that is never printed', (schema, fields) => {
    const never = [...(reference.get(schema) as Fields).keys()].filter((field) => !fields.has(field) && !NOT_HERE.test(field));
    expect(never).toEqual([]);
  });
});
