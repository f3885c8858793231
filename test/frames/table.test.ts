import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Frame } from '../../src/core/library/frame.ts';
import { answer, parseTable } from '../../src/frames/table.ts';
import { versionsFromFrames } from '../../src/frames/versions-from-frames.ts';
import { wordingOf } from '../../src/frames/wording.ts';
import { load, TABLES } from './tables.ts';

const HEAD = 'thing 1.0.0 1.0.1 1.1.0 1.2.0 2.0.0';
const fits = (text: string, line: number, name: string, sign: string | null) => {
  const [found] = answer(parseTable(text), 'a.py', [{ line, name, signs: sign === null ? null : [sign] }]);
  return (found?.fits ?? []).map((each) => (each ? '1' : '0')).join('');
};

describe('the table of releases', () => {
  const text = `${HEAD}\n@a.py\n0+[f]5A*[g]10C\n2=1>2=1\n3=1-1+2_\n4-3\n@b.py\n0+[f]1A\n`;

  it('is replayed release by release', () => {
    expect(fits(text, 5, 'f', 'A')).toBe('11110');
    expect(fits(text, 6, 'f', '*')).toBe('11000');
    expect(fits(text, 8, 'f', '*')).toBe('00100');
    expect(fits(text, 7, 'f', '_')).toBe('00010');
    expect(fits(text, 16, 'g', 'C')).toBe('11000');
    expect(fits(text, 17, 'g', 'C')).toBe('00010');
  });

  it('matches function and text, where they are given', () => {
    expect(fits(text, 5, 'g', 'A')).toBe('00000');
    expect(fits(text, 5, 'f', 'B')).toBe('00000');
    expect(fits(text, 5, 'f', null)).toBe('11110');
    expect(fits(text, 5, '<lambda>', 'A')).toBe('11110');
    expect(fits(text, 5, '<module>', 'A')).toBe('00000');
  });

  it('is sound as it is committed: lines ascend, and releases are told apart', () => {
    expect(TABLES.size).toBeGreaterThan(22);
    for (const [folder, written] of TABLES) {
      const { project, releases, files } = parseTable(written);
      expect(new Set(releases).size, folder).toBe(releases.length);
      expect(project).toMatch(/^[a-z0-9-]+$/);
      expect(
        releases.every((release) => /^\d+(?:\.\d+)*(?:\.post\d+)?$/.test(release)),
        folder,
      ).toBe(true);
      for (const [path, rows] of files) {
        const starts = rows.map((row) => Number.parseInt(row, 10));
        expect(starts, `${folder}/${path}`).toEqual([...starts].sort((a, b) => a - b));
        expect(starts.every((start) => start < releases.length)).toBe(true);
        expect(rows.join('\n').replace(/\[[^\]\n]{1,100}\]|=\d+|-\d+|[<>]\d+|\d*[A-Za-z!#$%&*_./;?^]|\+|^\d+/gm, '')).toBe(
          '\n'.repeat(rows.length - 1),
        );
      }
    }
  });
});

describe('releases in words', () => {
  const releases = ['1.0.0', '1.0.1', '1.1.0', '1.1.1', '1.2.0', '2.0.0'];
  const said = (flags: string) =>
    wordingOf(
      releases,
      [...flags].map((flag) => flag === '1'),
    );

  it('says one, a minor, a range, and what is open', () => {
    expect(said('010000')).toBe('1.0.1');
    expect(said('001100')).toBe('1.1.x');
    expect(said('011000')).toBe('1.0.1 to 1.1.0');
    expect(said('110000')).toBe('1.0.1 or older');
    expect(said('000011')).toBe('1.2.0 or newer');
    expect(said('010110')).toBe('1.0.1 or 1.1.1 to 1.2.0');
  });
});

describe('foreign frames', () => {
  const words = [
    'gradio/blocks.py',
    'torch/nn/modules/module.py',
    'site-packages/',
    '../',
    '\\',
    '__proto__',
    'spaces/zero/client.py',
    '\0',
  ];
  const file = fc.array(fc.oneof(fc.constantFrom(...words), fc.string()), { maxLength: 6 }).map((parts) => parts.join(''));
  const name = fc.oneof(fc.constantFrom('process_api', '_call_impl', '<module>', '<lambda>', 'schedule'), fc.string());
  const quote = fc.option(fc.oneof(fc.constantFrom('return f(*args, **kwargs)', 'raise '), fc.string({ maxLength: 2000 })), {
    nil: undefined,
  });
  const line = fc.oneof(fc.nat(3000), fc.constantFrom(-1, Number.NaN, Number.MAX_SAFE_INTEGER, 0.5));
  const frames = fc.array(fc.record({ file, line, function: name, quote }), { maxLength: 30 });

  it('never make it fail, and every answer is of a known project with releases in order', () => {
    fc.assert(
      fc.property(frames, (given: Frame[]) => {
        for (const { text, oldest, newest, from } of versionsFromFrames(given, load)) {
          expect(text).not.toBe('');
          expect(oldest === null && newest === null).toBe(false);
          expect(given).toContain(from);
        }
      }),
    );
  });

  it('are asked for once a folder and no more than a few hundred are looked at', () => {
    const many = Array.from({ length: 100_000 }, (_, index): Frame => {
      return { file: `/x/site-packages/p${index % 5000}/a.py`, line: index, function: 'f', quote: 'f()' };
    });
    const asked: string[] = [];
    versionsFromFrames(many, (folder) => {
      asked.push(folder);
      return undefined;
    });
    expect(asked.length).toBeLessThan(500);
    expect(new Set(asked).size).toBe(asked.length);
  });
});
