import { describe, expect, it } from 'vitest';
import { planned, withoutSources } from './planned.ts';

/** Advice that begins so: what it says, its code and the pages that it leads to. */
function advice(line: string, beginning: string): { say: string; code: string; see: string[] }[] {
  return planned(line)
    .advice.filter(({ say }) => say.startsWith(beginning))
    .map((each) => ({ ...each, say: withoutSources(each.say) }));
}

/** The first words of each advice, in order. */
function kinds(line: string): string[] {
  return planned(line).advice.map(({ say }) => say.split(' ').slice(0, 2).join(' '));
}

describe('which advice is given', () => {
  it.each([
    ['', ['Declare the']],
    ['--size xlarge', ['Declare the', 'Leave xlarge,']],
    ['--duration 60 --size xlarge --takes 30', ['Declare less:', 'Leave xlarge,']],
    // What fits needs no other size.
    ['--duration 60 --size xlarge --left 120', ['Declare no']],
    ['--duration 60 --size large --params 27b --left 100', ['Quantise first:', 'Else take', 'Declare no']],
    // 61 s book 91.5 s.
    ['--duration 61 --left 90', ['Declare at', 'Let the', 'Split the', 'Sign in,', 'A higher', 'Credits: PRO,', 'Or wait:']],
    ['--duration 61 --left 90 --tier anonymous', ['Declare at', 'Let the', 'Split the', 'Sign in:', 'A higher', 'Or wait:']],
    ['--duration 61 --left 90 --tier free', ['Declare at', 'Let the', 'Split the', 'A higher', 'Or wait:']],
    // A Team member has no more than PRO.
    ['--duration 61 --left 90 --tier pro', ['Declare at', 'Let the', 'Split the', 'A higher', 'Credits: PRO,', 'Or wait:']],
    ['--duration 61 --left 90 --tier enterprise', ['Declare at', 'Let the', 'Split the', 'Credits: PRO,', 'Or wait:']],
    // Nothing left to declare.
    ['--duration 61 --left 1 --tier free', ['A higher', 'Or wait:']],
    ['--duration 61 --left 1.5 --tier free', ['Declare at', 'Let the', 'A higher', 'Or wait:']],
    // Nobody has that much.
    ['--duration 3000 --tier anonymous', ['Declare at', 'Let the', 'Sign in:']],
  ])('%s: %j', (line, expected) => {
    expect(kinds(line)).toEqual(expected);
  });

  it.each([
    ['free', 'PRO has 40 min a day'],
    ['pro', 'an Enterprise member has 60 min a day'],
    ['team', 'an Enterprise member has 60 min a day'],
  ])('after %s comes a tier that has more: %s', (tier, words) => {
    expect(advice(`--duration 61 --left 90 --tier ${tier}`, 'A higher tier').map(({ say }) => say)).toEqual([
      `A higher tier: ${words}. The quota is the visitor's, not the author's.`,
    ]);
  });

  it('names the first tier whose day holds the booking', () => {
    // 1600 s book 2400 s, the day of PRO; one more is beyond it.
    expect(advice('--duration 1600 --tier free', 'A higher tier')[0]?.say).toContain('PRO has');
    expect(advice('--duration 1601 --tier free', 'A higher tier')[0]?.say).toContain('an Enterprise member has');
  });
});

describe('splitting', () => {
  const parts = (line: string) => advice(line, 'Split the work').map(({ say }) => say.slice('Split the work into '.length).split(':')[0]);

  it.each([
    // The most that passes is 5 s, and 4.
    ['--duration 10 --left 7.5', ['2 calls of 5 s']],
    ['--duration 10 --left 7', []],
    // Twenty parts, and one more.
    ['--duration 200 --left 15', ['20 calls of 10 s']],
    ['--duration 201 --left 15', []],
    ['--duration 8 --size xlarge --left 11', ['2 calls of 4 s']],
  ])('%s: %j', (line, expected) => {
    expect(parts(line)).toEqual(expected);
  });

  it('shows the outer function that calls each part', () => {
    expect(advice('--duration 61 --left 90', 'Split')).toEqual([
      {
        say: 'Split the work into 2 calls of 31 s: each is checked by itself, and at least one fits into 90 s. Together they are charged like one long call.',
        code: '@spaces.GPU(duration=31)\ndef render_part(prompt, part): ...\n\ndef render(prompt):\n    return join([render_part(prompt, part) for part in range(2)])',
        see: ['decorate-outer-loop'],
      },
    ]);
  });

  it('says that all parts fit where exactly so many do', () => {
    // Two calls of 50 s book 100 s each; each takes 25 s, which cost 50: the second is admitted with exactly 100 s left.
    expect(advice('--duration 100 --size xlarge --left 150 --takes 50', 'Split')[0]?.say).toContain(
      '2 calls of 50 s: each is checked by itself, and all of them fit into 150 s',
    );
  });
});

describe('what the advice says', () => {
  it.each([
    // A booking of exactly the free day, and more.
    ['--duration 200 --tier anonymous', 'Sign in: a free account has 5 min a day, which holds 300 s. From code, send a token.'],
    ['--duration 201 --tier anonymous', 'Sign in: a free account has 5 min a day, still less than 301.5 s. From code, send a token.'],
    ['--duration 61 --left 90', 'Sign in, if you have not: a free account has 5 min a day, which holds 91.5 s. From code, send a token.'],
  ])('%s: %s', (line, say) => {
    expect(advice(line, 'Sign in')).toEqual([{ say, code: 'Client("USER/SPACE", token="hf_...")', see: ['visitor-token-quota'] }]);
  });

  it.each([
    // On large 60 s book 90 s.
    ['--duration 60 --size xlarge --left 90', 'large books 90 s instead of 120, which passes.'],
    ['--duration 60 --size xlarge --left 89', 'large books 90 s instead of 120.'],
    ['--duration 60 --size xlarge', 'large books 90 s instead of 120.'],
  ])('tells what large would book: %s: %s', (line, end) => {
    expect(advice(line, 'Leave xlarge')).toEqual([
      {
        say: `Leave xlarge, if the model fits into 48 GB: ${end}`,
        code: '@spaces.GPU(duration=60)',
        see: ['size-large-vs-xlarge', 'large-or-xlarge'],
      },
    ]);
  });

  it.each(['27b', '70b'])('does not leave xlarge with %s parameters', (params) => {
    expect(advice(`--duration 60 --size xlarge --left 90 --params ${params}`, 'Leave xlarge')).toEqual([]);
    expect(advice('--duration 60 --size xlarge --left 90 --params 13b', 'Leave xlarge')).toHaveLength(1);
  });

  it.each([
    ['--duration 300 --left 90', 'Declare at most 60 s instead of 300.'],
    ['--duration 300 --left 90 --tier free', 'Declare at most 200 s instead of 300 on a fresh day (with 90 s left: 60 s).'],
    ['--duration 300 --left 300 --tier free', 'Declare at most 200 s instead of 300.'],
    ['--duration 300 --tier free', 'Declare at most 200 s instead of 300.'],
    // As long as the most that passes, and longer.
    ['--duration 300 --tier free --takes 200', 'Declare at most 200 s instead of 300.'],
    ['--duration 300 --tier free --takes 201', 'Declare at most 200 s instead of 300. The 201 s that a run takes do not fit into it.'],
  ])('%s: %s', (line, say) => {
    expect(advice(line, 'Declare at most').map((each) => each.say)).toEqual([say]);
  });

  it.each([
    ['--duration 60 --takes 30 --left 90', 'Declare less', ['explicit-duration']],
    ['--duration 60 --takes 48 --left 90', 'Declare more', ['gpu-task-aborted']],
    ['', 'Declare the duration', ['explicit-duration', 'choose-duration']],
    ['--duration 61 --left 90', 'Declare at most', ['explicit-duration']],
    ['--duration 61 --left 90', 'Let the inputs decide', ['dynamic-duration']],
    ['--duration 61 --left 90', 'A higher tier', ['quota-tiers']],
    ['--duration 61 --left 90', 'Credits', ['credits']],
    ['--duration 61 --left 90', 'Or wait', ['quota-reset']],
  ])('%s: "%s" leads to %j', (line, beginning, see) => {
    expect(advice(line, beginning).map((each) => each.see)).toEqual([see]);
  });

  it('gives code only where there is some to paste', () => {
    const codeless = planned('--duration 61 --left 90').advice.filter(({ code }) => code === '');
    expect(codeless.map(({ say }) => say.split(' ')[0])).toEqual(['A', 'Credits:', 'Or']);
  });
});
