/** The nearest page as an answer: its fix is chosen as that of a diagnosis, by what the text gives away. */
import { describe, expect, it } from 'vitest';
import type { Environment } from '../../../src/core/environment/environment.ts';
import { guessAmong, waysAmong } from '../../../src/core/explain/guess.ts';
import type { Entry, ErrorEntry, Fix } from '../../../src/core/library/entry.ts';
import type { System } from '../../../src/core/library/place.ts';
import { type Block, type Inline, snippet } from '../../../src/core/markup/blocks.ts';
import { plainInlines, plainWords } from '../../../src/core/markup/read.ts';
import type { SafeText } from '../../../src/core/text/neutralise.ts';
import { diagnose, library } from '../../library.ts';

const nobody = diagnose('').environment;
/** The guess among these pages, where so much is known of the machine. */
const guessIn = (among: Entry[], known: Partial<Environment> = {}, isLikely = true) =>
  guessAmong(
    library,
    among.map((entry) => ({ entry, nearness: 60, isLikely })),
    { ...nobody, ...known },
    '',
  );
const pages = (...ids: string[]) => ids.map((id) => library.get(id) as Entry);

describe('a guess', () => {
  it('is none without a page', () => {
    expect(guessIn([])).toBeNull();
  });

  it('leaves out a fix that does not fit, as a diagnosis does', () => {
    const entry = library.error('no-cuda-gpus');
    const mac = entry.fixes.find(({ when }) => when.some(({ name, values }) => name === 'os' && values.includes('macos')));
    expect(mac).toBeDefined();
    const nameFor = (os: System) => guessIn([entry], { os, where: 'local' })?.fix?.name;
    expect(nameFor('macos')).toBe(mac?.name);
    expect(nameFor('linux')).not.toBe(mac?.name);
  });

  it('fills in what the text gives away, and says what to put for the rest', () => {
    const code = (known: Partial<Environment>) => plainWords(guessIn(pages('space-not-running'), known)?.fix?.blocks ?? []);
    expect(code({ space: 'me/demo' as SafeText })).toContain('me/demo');
    expect(code({})).toContain('<USER/SPACE>');
  });

  it('takes no fix whose title would have a blank, where the page has another one', () => {
    const [entry] = pages('quota-exceeded') as [ErrorEntry];
    expect(entry.fixes.some(({ title }) => plainInlines(title).includes('{{'))).toBe(true);
    expect(plainInlines(guessIn([entry])?.fix?.title ?? [])).not.toMatch(/[<{]|^$/);
  });

  it('keeps it where the page has none whose title is whole', () => {
    const [entry] = pages('quota-exceeded') as [ErrorEntry];
    const fix = (name: string, ...title: ErrorEntry['fixes'][number]['title']) => ({ ...(entry.fixes[0] as Fix), name, title, when: [] });
    const blank: Inline = { type: 'value', name: 'nobody-knows' };
    const named = (...fixes: Fix[]) => guessIn([{ ...entry, fixes }])?.fix?.name;
    expect(named(fix('a', 'Book ', blank), fix('b', 'Take ', blank), fix('c', 'Wait'))).toBe('c');
    expect(named(fix('a', 'Book ', blank), fix('b', 'Take ', blank))).toBe('a');
    expect(named(fix('a', 'Book'), fix('c', 'Wait'))).toBe('a');
  });

  it('tells to do nothing where the page is as likely a wrong one', () => {
    const [likely, unlikely] = [true, false].map((isLikely) => guessIn(pages('quota-exceeded', 'ip-quota-fallback'), {}, isLikely));
    expect(likely).toMatchObject({ isLikely: true, entry: { id: 'quota-exceeded' } });
    expect(likely?.fix).not.toBeNull();
    expect(unlikely).toMatchObject({ isLikely: false, entry: { id: 'quota-exceeded' }, fix: null, hint: null, shown: null });
    expect(unlikely?.others.map(({ id }) => id)).toEqual(['ip-quota-fallback']);
    expect(guessIn(pages('aoti-inside-gpu'), {}, false)?.shown).toBeNull();
  });

  it('shows no fix that one of many patterns names, unless the words or the machine ask for it', () => {
    const [entry] = pages('name-not-defined') as [ErrorEntry];
    expect(guessIn([entry])?.fix).toBeNull();
    const [mismatch] = pages('library-mismatch') as [ErrorEntry];
    expect(guessIn([mismatch])?.fix?.name).toBe('raise');
    const near = [{ entry: mismatch, nearness: 60, isLikely: true }];
    expect(guessAmong(library, near, nobody, 'phonemizer-fork and phonemizer, EspeakWrapper set_data_path')?.fix?.name).toBe('phonemizer');
  });

  it('of a guide shows its first code, no picture', () => {
    const [guide] = library.list('guide').filter((entry) => entry.kind === 'guide');
    const page = (...lead: Block[]) => guessIn([{ ...(guide as Entry), lead, sections: [] } as unknown as Entry])?.shown?.code;
    expect(page(snippet('a picture', 'text'), snippet('a = 1', 'python'))).toBe('a = 1');
    expect(page(snippet('a picture', 'text'))).toBeUndefined();
  });

  it('of a rule shows what to do, not what to leave; of a tree how it is walked', () => {
    const rule = guessIn(pages('aoti-inside-gpu'));
    expect(rule?.fix).toBeNull();
    expect(rule?.shown?.code).toMatch(/^@spaces\.GPU\(duration=1000\)/);
    expect(guessIn(pages('does-not-start'))?.shown?.code).toBe('zerogpu-advisor decide does-not-start');
    expect(plainInlines(guessIn(pages('quota-exceeded'))?.fix?.title ?? [])).not.toBe('');
  });
});

describe('pages of which none is likely', () => {
  const waysIn = (text: string, isLikely = false) =>
    waysAmong(
      library,
      pages('attention-unsupported', 'aoti-inside-gpu').map((entry) => ({ entry, nearness: 20, isLikely })),
      nobody,
      text,
    );

  it('each tell what they would have one do, the fix whose words come near; a rule has none', () => {
    const [first, second] = waysIn('xformers has no operator for my card, torch alone would do');
    const titles = library.error('attention-unsupported').fixes.map(({ title }) => plainInlines(title));
    expect(plainInlines(first?.todo ?? [])).toMatch(/xformers/);
    expect(titles).toContain(plainInlines(first?.todo ?? []));
    expect(second).toMatchObject({ entry: { id: 'aoti-inside-gpu' }, todo: null });
  });

  it('are left to the guess, where one is', () => {
    expect(waysIn('xformers', true)).toEqual([]);
  });
});
