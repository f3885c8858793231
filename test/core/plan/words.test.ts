import { describe, expect, it } from 'vitest';
import { planned, withoutSources } from './planned.ts';

/** The steps of a plan that begin so. */
function steps(line: string, beginning: string): string[] {
  return planned(line)
    .because.filter((step) => step.startsWith(beginning))
    .map(withoutSources);
}

describe('the steps of a booking', () => {
  it.each([
    ['', 'Declared: nothing, so 60 s count.'],
    // The default, declared, is declared.
    ['--duration 60', 'Declared: 60 s.'],

    ['--size xlarge --spaces 0.48.0', 'Booked: xlarge counts 2×: 60 × 2 = 120 s.'],
    ['--duration 45 --size xlarge', 'Booked: xlarge counts 2×: 45 × 2 = 90 s; the factor of 1.5 is not applied on xlarge.'],
    ['--duration 45 --spaces 0.49.1', 'Booked: spaces 0.49.1 is older than 0.49.2 and knows no factor on large: 45 s.'],
    ['--duration 45 --spaces 0.49.2', 'Booked: on Blackwell spaces 0.49.2 multiplies a large booking by 1.5: 45 × 1.5 = 67.5 s.'],
    [
      '--duration 45',
      'Booked: on Blackwell spaces 0.49.2 and newer (taken for granted here) multiplies a large booking by 1.5: 45 × 1.5 = 67.5 s.',
    ],
    // 60 s are less than the 70 that were left: only a release that hides its factor prints that.
    ['--requested 60 --left 70', 'Booked: on Blackwell spaces 0.49.2 to 0.50.2 multiplies a large booking by 1.5: 60 × 1.5 = 90 s.'],

    ['', 'Left: not said. Give --left, or --tier for a whole day; the table shows a whole day of every tier.'],
    ['--left 100', 'Left: 100 s, as you say.'],
    ['--left 90 --tier free', 'Left: 90 s, as you say; a whole day of a free account is 5 min = 300 s.'],
    ['--tier free', 'Left: not said, so the whole day counts; a whole day of a free account is 5 min = 300 s.'],

    ['--duration 60', 'Check before the run: 90 s against what is left, which is unknown here.'],
    ['--duration 60 --left 100', 'Check before the run: 90 s is within 100 s: admitted, 10 s to spare.'],
    ['--duration 60 --left 90', 'Check before the run: 90 s is within 90 s: admitted, 0 s to spare.'],
    [
      '--duration 61 --left 90',
      'Check before the run: 91.5 s is more than 90 s: refused, 1.5 s short. Waiting helps, if a whole day of the tier holds the booking: the window ends 24 h after the first use.',
    ],
    [
      '--duration 61 --left 90 --tier pro',
      'Check before the run: 91.5 s is more than 90 s: refused, 1.5 s short. Waiting helps: the window ends 24 h after the first use.',
    ],

    ['--duration 45 --size xlarge --left 80', 'The message prints 90 s.'],
    ['--duration 45 --spaces 0.48.0 --left 40', 'The message prints 45 s.'],
    ['--duration 45 --spaces 0.50.2 --left 40', 'The message prints 45 s: spaces 0.49.2 to 0.50.2 leaves the factor out.'],
    ['--duration 45 --left 40', 'The message prints 67.5 s; spaces 0.49.2 to 0.50.2 leaves the factor out and prints 45 s.'],

    ['--duration 45 --size xlarge', 'Charged after the run is the time used, 2× on xlarge: at most 45 × 2 = 90 s, for a run of all 45 s.'],
    ['--duration 60 --size xlarge --takes 30', 'Charged after the run is the time used, 2× on xlarge: a run of 30 s costs 30 × 2 = 60 s.'],
    ['--duration 60 --spaces 0.48.0', 'Charged after the run is the time used: at most 60 s, for a run of all 60 s.'],
    [
      '--duration 60 --takes 30',
      'Charged after the run is the time used: a run of 30 s costs 30 s. Whether the charge carries the factor of the booking is unverified; then it is 45 s.',
    ],

    ['--duration 10 --left 268 --takes 10', 'Such calls, one after the other: 17 to 26 within 268 s, counted in seconds only.'],
    ['--duration 60 --left 90', 'Such calls, one after the other: 1 within 90 s, counted in seconds only.'],
  ])('%s: %s', (line, step) => {
    expect(steps(line, step.slice(0, step.search(/[: ]/)))).toEqual([step]);
  });

  it.each(['--duration 60', '--duration 60 --left 89'])('counts no calls where none is admitted, or nobody knows: %s', (line) => {
    expect(steps(line, 'Such calls')).toEqual([]);
  });

  it.each(['--duration 60', '--duration 60 --left 90'])('speaks of no message where nothing is refused: %s', (line) => {
    expect(steps(line, 'The message prints')).toEqual([]);
  });

  it('asks for what is missing where a refusal has several readings', () => {
    expect(planned('--requested 60').because.at(-1)).toMatch(/^Give --duration as it stands in your source, or --size and --spaces/);
    expect(steps('--requested 60 --duration 40', 'Give --duration')).toEqual([]);
  });
});

describe('the steps of the memory', () => {
  const TIGHT = 'That is tight: measure a call with your largest input before you rely on it.';
  const CROWDED = 'So on large the call would most likely run out of memory, whether it is admitted or not.';

  it.each([
    ['--params 70b --dtype nf4', [TIGHT]],
    ['--params 13b', []],
    ['--params 27b', []],
    ['--params 27b --size large', [CROWDED]],
    ['--params 27b --size xlarge', []],
    // The card is too small, but nobody asked for a call.
    ['--params 70b', []],
  ])('%s ends with %j', (line, ends) => {
    const { because } = planned(line);
    expect(because.slice(because.findIndex((step) => step.startsWith('Against the card')) + 1)).toEqual(ends);
  });

  it.each([
    ['--params 70b --dtype nf4', 'Weights: 70B parameters × 0.55 bytes in nf4 (about) = 38.5 GB.'],
    ['--params 1b', 'Weights: 1B parameters × 2 bytes in bf16 = 2 GB.'],
    ['--params 1m', 'Weights: 1M parameters × 2 bytes in bf16 = 0 GB.'],
    ['--params 2k', 'Weights: 2000 parameters × 2 bytes in bf16 = 0 GB.'],
    ['--params 10b --overhead 50', 'Activations, KV cache and CUDA context: 50 % on top, the share that you gave. 20 GB + 50 % = 30 GB.'],
    [
      '--params 10b',
      'Activations, KV cache and CUDA context: 20 % on top, a rule of thumb for short inputs, not a published figure. 20 GB + 20 % = 24 GB.',
    ],
  ])('%s: %s', (line, step) => {
    expect(steps(line, step.slice(0, step.indexOf(':'))).map((each) => each.replace(/ \(about; [^)]*\)/, ' (about)'))).toEqual([step]);
  });
});

describe('the answer in one line', () => {
  it.each([
    ['', '60 s on large books 90 s'],
    ['--duration 60 --left 100', 'It fits: 60 s on large books 90 s, 100 s are left'],
    ['--duration 60 --left 80', 'Refused, quota exceeded: 60 s on large books 90 s, 80 s are left'],
    ['--duration 60 --tier pro', 'It fits: 60 s on large books 90 s, a whole day of PRO has 2400 s'],
    ['--duration 300 --tier free', 'Refused, illegal duration: 300 s on large books 450 s, a whole day of a free account has 300 s'],
    ['--requested 60', 'A refusal that names 60 s has several readings'],
    ['--params 70b', '70B in bf16 needs about 168 GB: more than a whole card'],
    ['--params 70b --dtype nf4', '70B in nf4 needs about 46.2 GB: large, tightly'],
    ['--params 12b+5b', '17B in bf16 needs about 40.8 GB: large'],
    ['--params 27b --size large --left 100', 'Admitted, but the memory is not enough: 60 s on large books 90 s, 100 s are left'],
    // Not known to be admitted, or refused: both are said.
    ['--params 27b --size large', '60 s on large books 90 s; 27B in bf16 needs about 64.8 GB: xlarge'],
    [
      '--params 27b --size large --left 80',
      'Refused, quota exceeded: 60 s on large books 90 s, 80 s are left; 27B in bf16 needs about 64.8 GB: xlarge',
    ],
  ])('%s: %s', (line, headline) => {
    expect(planned(line).headline).toBe(headline);
  });
});
