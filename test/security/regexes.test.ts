/** No regular expression can be made slow: recheck finds no attack on any, and hostile lines cost no signature more than its share. */
import { describe, expect, it } from 'vitest';
import { sourceExpressions } from '../../src/build/expressions.ts';
import { LOG_MARKS } from '../../src/core/diagnose/watch.ts';
import { isMentionAlone, openingOf } from '../../src/core/log/speech/mention.ts';
import { Matcher } from '../../src/core/match/match.ts';
import { neutralise } from '../../src/core/text/neutralise.ts';
import { mask } from '../../src/core/text/secrets.ts';
import { slowness } from '../../src/knowledge/patterns/regex-safety.ts';
import { library } from '../library.ts';
import { hostileLines, hostileTexts } from './hostile-lines.ts';
import { workOf } from './work.ts';

describe('recheck', () => {
  it('finds no attack on an expression of the source', async () => {
    const all = await sourceExpressions();
    expect(all.length).toBeGreaterThan(100);
    expect(all.filter(({ file }) => file === 'core/environment/words.ts').length).toBeGreaterThan(8);
    const slow = all.flatMap((each) => {
      const reason = slowness(each);
      return reason ? [`${each.file} /${each.source}/: ${reason}`] : [];
    });
    expect(slow).toEqual([]);
  }, 120_000);

  it('would find one', () => {
    expect(slowness({ source: String.raw`\w{1,300}\w{1,300}\w{1,300}!`, flags: '' })).toMatch(/polynomial/);
    expect(slowness({ source: '(?:a+)+b', flags: '' })).toMatch(/exponential/);
  });
});

/** Ten times what is allowed; the figures themselves are in test/bench/. */
const FAR_TOO_LONG_MS = 50;

function longest(run: () => void): number {
  let best = Number.POSITIVE_INFINITY;
  for (let attempt = 0; attempt < 3; attempt++) {
    best = Math.min(best, workOf(run));
    if (best < FAR_TOO_LONG_MS) break;
  }
  return best;
}

describe('lines of 8 kB made of its own words', () => {
  it('no signature is slow', () => {
    const slow = library.errors().flatMap((entry) => {
      const matcher = new Matcher([entry], undefined, LOG_MARKS);
      return hostileLines(entry)
        .filter((line) => longest(() => matcher.match({ text: line }, () => '')) > FAR_TOO_LONG_MS)
        .map((line) => `${entry.id}: ${line.slice(0, 100)}`);
    });
    expect(slow).toEqual([]);
  }, 120_000);

  it.each([
    ['cleaning', (text: string) => neutralise(text)],
    ['masking', (text: string) => mask(neutralise(text))],
    ['telling a mention', (text: string) => [isMentionAlone(text, false), isMentionAlone(text, true), openingOf(text)]],
  ])('%s is not slow', (_, run) => {
    const slow = hostileTexts().filter((line) => longest(() => run(line)) > FAR_TOO_LONG_MS);
    expect(slow.map((line) => line.slice(0, 80))).toEqual([]);
  });
});
