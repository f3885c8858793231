import { spawnSync } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse as parseYaml } from 'yaml';
import type { Entry } from '../../src/core/library/entry.ts';
import { textOf } from '../../src/core/library/entry-text.ts';
import { snippetsOf } from '../../src/core/markup/read.ts';
import { library } from '../library.ts';
import frozen from './ids.json' with { type: 'json' };

describe('the frozen ids', () => {
  it.each(frozen.errors)('error %s', (id) => expect(library.get(id)).toMatchObject({ id, kind: 'error' }));
  it.each(frozen.pages)('page %s', (id) => expect(['rule', 'guide']).toContain(library.get(id)?.kind));
  it.each(frozen.trees)('tree %s', (id) => expect(library.get(id)).toMatchObject({ id, kind: 'tree' }));
});

describe('every entry', () => {
  it.each(library.entries.map((entry) => [entry.id, entry] as const))('%s has a source, a date and a summary', (_, entry) => {
    expect(entry.sources.length).toBeGreaterThan(0);
    for (const { url } of entry.sources) expect(url).toMatch(/^https:\/\//);
    expect(entry.checked).toMatch(/^20\d\d-\d\d-\d\d$/);
    expect(entry.summary.length).toBeGreaterThan(20);
    expect(entry.summary).not.toMatch(/[`*]|\{\{|\[\[/);
  });
});

interface Snippet {
  id: string;
  language: string;
  code: string;
}

const snippets = library.entries.flatMap(({ id, ...entry }): Snippet[] =>
  snippetsOf(textOf({ id, ...entry } as Entry)).map(({ language, code }) => ({ id, language, code: filledIn(code) })),
);

/** Values that a log would fill in: as what may stand for a name and for a number. */
function filledIn(code: string): string {
  return code.replace(/\{\{[a-z][a-z0-9_-]*\}\}/g, 'n60');
}

const inLanguage = (language: string) => snippets.filter((snippet) => snippet.language === language);
/** A README's front matter alone; other YAML as it is. */
const frontMatter = (code: string) => (code.startsWith('---\n') ? (code.split(/^---$/m)[1] as string) : code);
const hasPython = spawnSync('python3', ['--version']).status === 0;

/** Parses each snippet with Python itself; out: the ids of those that do not parse, with the reason. */
const PYTHON = `
import ast, json, sys
for snippet in json.load(sys.stdin):
    try:
        ast.parse(snippet["code"])
    except SyntaxError as error:
        print(snippet["id"], "line", error.lineno, error.msg)
`;

describe('snippets', () => {
  it.runIf(hasPython)('in Python parse', () => {
    const { stdout, status } = spawnSync('python3', ['-c', PYTHON], { input: JSON.stringify(inLanguage('python')), encoding: 'utf8' });
    expect(stdout).toBe('');
    expect(status).toBe(0);
    expect(inLanguage('python').length).toBeGreaterThan(100);
  });

  it.runIf(process.platform !== 'win32')('in bash parse', () => {
    const folder = mkdtempSync(join(tmpdir(), 'advisor-snippets-'));
    const files = inLanguage('bash').map(({ id, code }, number) => {
      const file = join(folder, `${number}-${id}`);
      writeFileSync(file, code);
      return file;
    });
    const { stdout, stderr } = spawnSync('bash', ['-c', 'for each; do bash -n "$each" && echo "$each"; done', 'bash', ...files]);
    expect(stderr.toString()).toBe('');
    expect(stdout.toString().trim().split('\n')).toEqual(files);
  });

  it('in YAML and JSON parse', () => {
    for (const { id, code } of inLanguage('yaml')) expect(() => parseYaml(frontMatter(code)), id).not.toThrow();
    for (const { id, code } of inLanguage('json')) expect(() => JSON.parse(code), id).not.toThrow();
  });

  it('of requirements are one requirement, option or comment a line', () => {
    for (const { id, code } of inLanguage('requirements')) {
      for (const line of code.split('\n'))
        expect(line, id).toMatch(/^$|^#|^--?[\w-]+|^[\w.-]+(?:\[[\w,-]+\])?(?:\s*(?:[=<>!~]=?|@|;).*)?$|^(?:git\+)?https:\/\//);
    }
  });
});
