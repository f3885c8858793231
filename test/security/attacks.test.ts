/** Every attack through the real commands, as text, Markdown and JSON: nothing of it may act on a terminal or become markup. */
import { writeFileSync } from 'node:fs';
import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { marked, type Token } from 'marked';
import { beforeAll, describe, expect, it } from 'vitest';
import { code, foreign, PLAIN_TEXT, paragraph, snippet } from '../../src/core/markup/blocks.ts';
import { neutralise } from '../../src/core/text/neutralise.ts';
import { toMarkdown } from '../../src/render/markdown.ts';
import { ATTACKS, logWith } from './attacks.ts';
import { FORBIDDEN, inside } from './inside.ts';

/** Marks that a site would make of a text: links, pictures, HTML, headings, emphasis, with what they hold; code within is only shown. */
function markup(tokens: Token[]): string[] {
  return tokens.flatMap((token) => {
    const own = ['link', 'image', 'html', 'heading', 'del', 'table'].includes(token.type)
      ? [`${token.type}: ${token.raw.replace(CODE, '')}`]
      : [];
    const inner = [...((token as { tokens?: Token[] }).tokens ?? []), ...((token as { items?: Token[] }).items ?? [])];
    return [...own, ...markup(inner)];
  });
}

/** A span of code within a line. */
const CODE = /`[^`]{1,200}`/g;

/** Texts outside of code that a site would turn into something by itself. */
function plainText(tokens: Token[]): string[] {
  return tokens.flatMap((token) => {
    const inner = [...((token as { tokens?: Token[] }).tokens ?? []), ...((token as { items?: Token[] }).items ?? [])];
    if (inner.length > 0) return plainText(inner);
    return token.type === 'text' || token.type === 'escape' ? [token.raw] : [];
  });
}

/** What a site would make something of, outside of code. */
const NOTICED = /evil\.example|@evil|&#|<\/?(?:img|script)|GH-1|evil#1|:\+1:|1a2b3c4d/i;

beforeAll(() => inside(['--version']), 120_000);

it('are at least sixty, each with another name', () => {
  expect(new Set(ATTACKS.map(({ name }) => name)).size).toBe(ATTACKS.length);
  expect(ATTACKS.length).toBeGreaterThanOrEqual(60);
});

describe.each(ATTACKS)('$name ($origin)', (attack) => {
  it('does nothing as text, coloured or not', async () => {
    const { code, out } = await inside(['diagnose', '--width', '60'], logWith(attack));
    expect(code).toBe(0);
    expect(out).not.toMatch(FORBIDDEN);
    const painted = (await inside(['diagnose', '--color'], logWith(attack))).out;
    // Colours are our own; without them nothing but text is left.
    expect(painted.replace(/\u001b\[[\d;]{1,20}m/g, '')).not.toMatch(FORBIDDEN);
    expect(painted).not.toMatch(/\u001b\[(?:5|6|8|25)m/);
  });

  it('becomes no markup of a report', async () => {
    const { out } = await inside(['diagnose', '--markdown'], logWith(attack));
    expect(out).not.toMatch(FORBIDDEN);
    const tokens = marked.lexer(out);
    expect(markup(tokens).filter((mark) => /evil/i.test(mark))).toEqual([]);
    expect(plainText(tokens).filter((text) => NOTICED.test(text))).toEqual([]);
  });

  it('is plain ASCII escapes in JSON', async () => {
    const { out } = await inside(['diagnose', '--json'], logWith(attack));
    expect(out).not.toMatch(FORBIDDEN);
    expect(out).not.toMatch(/[\u200d\ufe0e\ufe0f]/);
    const { diagnoses, unrecognised } = JSON.parse(out);
    expect(diagnoses.map(({ id }: { id: string }) => id)).toContain('cuda-out-of-memory');
    expect(JSON.stringify([diagnoses, unrecognised])).not.toMatch(/\\u00(?:1b|07|9[0-9a-f])/);
  });

  it('says nothing dangerous about what is asked', async () => {
    const dangers: string[] = [];
    for (const [what, ...args] of [
      ['a search', 'search', attack.text, 'qqqqzzzz'],
      ['a search as JSON', 'search', attack.text, '--json'],
      ['words', attack.text],
      ['an id', 'show', attack.text],
      ['an id as JSON', 'show', attack.text, '--json'],
      ['a tree', 'decide', attack.text],
      ['answers', 'decide', 'large-or-xlarge', '--answers', attack.text],
      ['a kind', 'list', attack.text],
      ['a width', 'list', '--width', attack.text],
      ['a figure', 'plan', '--duration', attack.text],
      ['a flag', `--${attack.text.replaceAll('=', '')}`],
      ['a shell', 'completion', attack.text],
      ['a folder', 'diagnose', '--app', attack.text],
      ['a file', 'diagnose', `/nowhere/${attack.text.replaceAll('\0', '')}`],
    ]) {
      const { out, err } = await inside(['--plain', ...args]);
      if (FORBIDDEN.test(out)) dangers.push(`${what}: ${JSON.stringify(out)}`);
      if (FORBIDDEN.test(err)) dangers.push(`${what}: ${JSON.stringify(err)}`);
      if (err.split('\n').length > 2 || err.length >= 1200) dangers.push(`${what} is told at length: ${err}`);
    }
    expect(dangers).toEqual([]);
  });
});

it.each(ATTACKS.map(({ text }) => neutralise(text.replaceAll('\n', ' '))))(
  'stays a quotation in a sentence and in a code span: %s',
  (text) => {
    for (const block of [
      paragraph('It said ', foreign(text), '.'),
      paragraph('It said ', code(`x ${text}`), '.'),
      snippet(text, PLAIN_TEXT),
    ]) {
      const markdown = toMarkdown([block]);
      const tokens = marked.lexer(markdown);
      expect(markup(tokens)).toEqual([]);
      expect(plainText(tokens).filter((each) => NOTICED.test(each))).toEqual([]);
    }
  },
);

it('reads a file whose name is an attack', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'advisor-'));
  const name = join(folder, '\u001b]0;evil\u0007\u202e.log');
  writeFileSync(
    name,
    new Uint8Array(4000).map((_, index) => index % 7),
  );
  const { code, err } = await inside(['diagnose', name]);
  expect(code).toBe(2);
  expect(err).toContain('is not text');
  expect(err).not.toMatch(FORBIDDEN);
});
