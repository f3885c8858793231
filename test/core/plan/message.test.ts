import { describe, expect, it } from 'vitest';
import { explain } from '../../../src/core/explain/explain.ts';
import { plainInlines } from '../../../src/core/markup/read.ts';
import { figuresOf } from '../../../src/core/plan/figures.ts';
import { type MessageValues, planFromMessage } from '../../../src/core/plan/message.ts';
import { SearchIndex } from '../../../src/core/search/search.ts';
import { diagnose, library } from '../../library.ts';
import { withoutSources } from './planned.ts';

const figures = figuresOf(library.facts);
const index = new SearchIndex(library);

/** "size declared→booked" of every reading. */
function readings(values: MessageValues): string[] {
  return planFromMessage(values, figures).readings.map(
    ({ size, declared, generation, booked }) => `${size} ${declared}→${booked} ${generation}`,
  );
}

describe('readings of a refusal', () => {
  it.each([
    // §2: 0.50.2 prints the unmultiplied value for large, ×2 for xlarge.
    [{ requested: 120, left: 176, spaces: '0.50.2' }, ['large 120→180 hidden']],
    [{ requested: 120, left: 100, spaces: '0.50.2' }, ['large 120→180 hidden', 'xlarge 60→120 hidden']],
    // §2: later versions print the multiplied value: source 180 → 270.
    [{ requested: 270, spaces: '0.51.3' }, ['large 180→270 shown', 'xlarge 135→270 shown']],
    [{ requested: 270, declared: 180 }, ['large 180→270 shown']],
    // §17: no factor before 0.50.
    [{ requested: 60, left: 12, spaces: '0.48.1' }, ['large 60→60 plain', 'xlarge 30→60 plain']],
    [{ requested: 60, declared: 60, size: 'large', left: 81 }, ['large 60→90 hidden']],
    [{ requested: 120, declared: 60 }, ['xlarge 60→120 shown']],
    [{ requested: 60 }, ['large 60→60 plain', 'large 60→90 hidden', 'large 40→60 shown', 'xlarge 30→60 shown']],
    // §2: fractions are cut: 65 × 1.5 = 97.5 is printed as 97.
    [{ requested: 97, spaces: '0.51.0', size: 'large' }, ['large 65→97.5 shown']],
    [{ requested: 65, left: 81 }, ['large 65→97.5 hidden']],
    // §4 row 2: 2024 wordings and odd numbers.
    [{ requested: 60, left: -14, size: 'xlarge' }, ['xlarge 30→60 shown']],
    // A call that books exactly what is left is admitted: one second less, and it is refused.
    [{ requested: 60, left: 90, declared: 40 }, []],
    [{ requested: 60, left: 89, size: 'large', spaces: '0.50.2' }, ['large 60→90 hidden']],
    [{ requested: 60, left: 90, size: 'large', spaces: '0.50.2' }, []],
    // 180 s declared print 270: 269 and less are another call's.
    [{ requested: 269, declared: 180 }, []],
    [{ requested: 271, declared: 180 }, []],
    [{ requested: 0 }, []],
    [{ requested: -5, left: 3 }, []],
    // Nothing explains these: not even with the factor is it more than what was left, or the source says otherwise.
    [{ requested: 60, left: 100 }, []],
    [{ requested: 65, left: 81, spaces: '0.51.3' }, []],
    [{ requested: 270, declared: 100 }, []],
  ] as [MessageValues, string[]][])('%j', (values, expected) => {
    expect(readings(values)).toEqual(expected);
  });
});

describe('what would have passed', () => {
  it.each([
    [
      { requested: 60, left: 81 },
      { large: 54, xlarge: 40 },
    ],
    [
      { requested: 60, left: 81, spaces: '0.48.0' },
      { large: 81, xlarge: 40 },
    ],
    [
      { requested: 60, left: 1 },
      { large: 0, xlarge: 0 },
    ],
    [
      { requested: 60, left: -14 },
      { large: 0, xlarge: 0 },
    ],
    [
      { requested: 60, left: 12.5 },
      { large: 8, xlarge: 6 },
    ],
    [{ requested: 270 }, null],
  ] as [MessageValues, object | null][])('%j', (values, expected) => {
    expect(planFromMessage(values, figures).passes).toEqual(expected);
  });
});

/** What is said of a refusal, without the sources. */
const said = (values: MessageValues) => planFromMessage(values, figures).said.map(withoutSources);

describe('what is said of a refusal', () => {
  it.each([
    // Less than what was left, and refused.
    [
      { requested: 65, left: 81 },
      '65 s would have fitted into the 81 s left, so it is not what was booked: spaces 0.49.2 to 0.50.2 prints a large duration without its factor and books 65 × 1.5 = 97.5 s.',
    ],
    // Just as much as was left.
    [
      { requested: 60, left: 60 },
      '60 s would have fitted into the 60 s left, so it is not what was booked: spaces 0.49.2 to 0.50.2 prints a large duration without its factor and books 60 × 1.5 = 90 s.',
    ],
    [
      { requested: 120, left: 176, spaces: '0.50.2' },
      '120 s would have fitted into the 176 s left, so it is not what was booked: spaces 0.49.2 to 0.50.2 prints a large duration without its factor and books 120 × 1.5 = 180 s.',
    ],
    [{ requested: 270, declared: 180 }, '270 s in the message is duration=180 on large with spaces from 0.50.4 on (180 × 1.5 = 270).'],
    [
      { requested: 120, declared: 60, spaces: '0.50.2' },
      'With spaces 0.50.2, 120 s in the message is duration=60 (or none declared) on xlarge (60 × 2 = 120).',
    ],
    [
      { requested: 97, spaces: '0.51.0', size: 'large' },
      'With spaces 0.51.0, 97 s in the message is duration=65 on large (65 × 1.5 = 97.5).',
    ],
    [
      { requested: 45, size: 'large', spaces: '0.50.2' },
      'With spaces 0.50.2, 45 s in the message is duration=45 on large (books 45 × 1.5 = 67.5 s).',
    ],
    [
      { requested: 60, left: 12 },
      '60 s in the message is one of these: duration=60 (or none declared) on large with spaces up to 0.50.2 (from 0.49.2 on it books 60 × 1.5 = 90 s); duration=40 on large with spaces from 0.50.4 on (40 × 1.5 = 60); duration=30 on xlarge (30 × 2 = 60). Compare with your source.',
    ],
    // A booking that just passes explains no refusal, neither with nor without the factor.
    [
      { requested: 60, left: 90 },
      'Neither 60 s nor 60 × 1.5 = 90 s is more than the 90 s left: the seconds alone do not explain this refusal. The number of runs a day is limited too, and unpublished.',
    ],
    [
      { requested: 60, left: 90, spaces: '0.51.3' },
      'Neither 60 s nor 60 × 1.5 = 90 s is more than the 90 s left: the seconds alone do not explain this refusal. The number of runs a day is limited too, and unpublished.',
    ],
  ] as [MessageValues, string][])('%j: %s', (values, sum) => {
    expect(said(values)[0]).toBe(sum);
  });

  it.each([
    [12, 'With 12 s left, the largest duration that would have passed is 8 s on large (8 × 1.5 = 12) or 6 s on xlarge (6 × 2 = 12).'],
    [1.5, 'With 1.5 s left, the largest duration that would have passed is 1 s on large (1 × 1.5 = 1.5); none passes on xlarge.'],
    [2, 'With 2 s left, the largest duration that would have passed is 1 s on large (1 × 1.5 = 1.5) or 1 s on xlarge (1 × 2 = 2).'],
    [1, 'With 1 s left no duration passes: wait for the window of 24 h from the first use to end, or call from a higher tier.'],
    [-14, 'With -14 s left no duration passes: wait for the window of 24 h from the first use to end, or call from a higher tier.'],
  ])('says what would have passed with %d s left', (left, passes) => {
    expect(said({ requested: 60, left })[1]).toBe(passes);
  });

  it('counts without the factor for a release that has none', () => {
    expect(said({ requested: 60, left: 12, spaces: '0.48.0' })[1]).toContain(
      'is 12 s on large (12 × 1 = 12) or 6 s on xlarge (6 × 2 = 12).',
    );
  });

  it.each([
    [{ requested: 80, declared: 80, spaces: '0.48.0' }, []],
    [{ requested: 120, declared: 80 }, []],
    // The tiers whose whole day the booking is more than, and no others.
    [{ requested: 150, declared: 100 }, ['a visitor without an account (2 min a day) 80 s on large, 60 s on xlarge']],
    [{ requested: 300, declared: 200 }, ['a visitor without an account (2 min a day) 80 s on large, 60 s on xlarge']],
    [
      { requested: 303, declared: 202 },
      [
        'a visitor without an account (2 min a day) 80 s on large, 60 s on xlarge; a free account (5 min a day) 200 s on large, 150 s on xlarge',
      ],
    ],
    [{ requested: 200, declared: 200, spaces: '0.48.0' }, ['a visitor without an account (2 min a day) 120 s on large, 60 s on xlarge']],
  ] as [MessageValues, string[]][])('names the limits of an illegal duration: %j %j', (values, rows) => {
    expect(
      said(values)
        .slice(1)
        .map((each) => each.split('is then: ')[1]),
    ).toEqual(rows.map((row) => `${row}.`));
  });

  it('says nothing of a number that is none', () => {
    expect(planFromMessage({ requested: 0, left: 3 }, figures)).toEqual({ readings: [], passes: null, said: [] });
  });
});

describe('what a wait tells', () => {
  const RUNS = 'Nothing left and nothing to wait is most likely the limit on runs a day, which spaces before 0.51.1 prints like this.';
  const HOPELESS = 'Waiting does not help either: a whole day of a free account is 300 s';
  const kind = (values: Partial<MessageValues>) =>
    said({ requested: 60, left: 0, ...values })
      .slice(2)
      .map((sentence) => sentence.split(' ').slice(0, 3).join(' '));

  it.each([
    ['0:00:00', ['Nothing left and']],
    [' 0:00:00 ', ['Nothing left and']],
    ['0 days, 0:00:00', ['Nothing left and']],
    ['0:00:01', []],
    ['0:01:00', []],
    ['1:00:00', []],
    ['1 day, 0:00:00', []],
    ['12 days, 3:00:00', []],
    // One second ago, and a minute, and an hour.
    ['-1 day, 23:59:59', ['A negative wait']],
    ['-1 day, 23:59:00', ['A negative wait']],
    ['-1 day, 0:00:00', ['A negative wait']],
    ['-12 days, 0:00:00', ['A negative wait']],
    ['-1 day 23:59:59', ['A negative wait']],
    // It has come round to now.
    ['-1 day, 24:00:00', ['Nothing left and']],
    // What is not understood tells nothing.
    ['soon', []],
    ['0:00', []],
    ['about 0:00:00', []],
    ['0:00:00 or so', []],
  ])('%j: %j', (wait, kinds) => {
    expect(kind({ wait })).toEqual(kinds);
  });

  it('suspects the runs only where nothing is left, of a release that does not name them', () => {
    expect(said({ requested: 60, left: 0, wait: '0:00:00' }).at(-1)).toBe(RUNS);
    expect(kind({ wait: '0:00:00', left: 1 })).toEqual([]);
    expect(kind({ wait: undefined })).toEqual([]);
    expect(kind({ wait: '0:00:00', spaces: '0.51.0' })).toEqual(['Nothing left and']);
    expect(kind({ wait: '0:00:00', spaces: '0.51.1' })).toEqual([]);
  });

  it('helps nobody whose whole day is less than what every reading booked', () => {
    const free = (values: MessageValues) => said({ left: 12, tier: 'free', wait: '3:12:00', ...values });
    expect(free({ requested: 450, declared: 300 }).at(-1)).toContain(HOPELESS);
    // 300 s are the whole day.
    expect(free({ requested: 300, declared: 200 }).join('\n')).not.toContain(HOPELESS);
    // 250 s may have booked 375, and on a newer release 250.
    expect(free({ requested: 250 }).join('\n')).not.toContain(HOPELESS);
    // Nothing explains the number: nothing is known of the booking.
    expect(free({ requested: 450, declared: 100 }).join('\n')).not.toContain(HOPELESS);
  });
});

describe('a diagnosis with numbers', () => {
  const notes = (text: string) =>
    explain(library, () => index, diagnose(text))
      .diagnoses[0]?.notes.map(plainInlines)
      .join('\n') ?? '';

  it('shows why less than what is left was refused', () => {
    const text = notes('You have exceeded your free ZeroGPU quota (65s requested vs. 81s left). Try again in 23:31:01.');
    expect(text).toContain('65 × 1.5 = 97.5 s');
    expect(text).toContain('the largest duration that would have passed is 54 s on large (54 × 1.5 = 81) or 40 s on xlarge (40 × 2 = 80)');
  });

  it.each([
    ['', '60s requested vs. 100s left', 'Neither 60 s nor 60 × 1.5 = 90 s is more than the 100 s left'],
    ['spaces==0.51.3', '60s requested vs. 100s left', 'Neither 60 s nor 60 × 1.5 = 90 s is more than the 100 s left'],
    ['spaces==0.51.3', '65s requested vs. 81s left', 'spaces 0.51.3 prints what is booked, and 65 s is not more than the 81 s left'],
  ])('says so where the seconds explain nothing: %s %s', (version, seconds, words) => {
    expect(notes(`${version}\nYou have exceeded your free ZeroGPU quota (${seconds}). Try again in 3:12:00.`)).toContain(words);
  });

  it.each([
    [{}, '270 s is not what duration=100 prints (×1 or ×1.5 on large, ×2 on xlarge): another function'],
    [{ left: 41 }, 'duration=100 prints (×1 or ×1.5 on large, ×2 on xlarge, and more than the 41 s left): another function'],
    [{ size: 'xlarge', spaces: '0.51.3' }, 'duration=100 prints on xlarge with spaces 0.51.3 (×1'],
  ] as [Partial<MessageValues>, string][])('says so where the source says something else: %j', (values, words) => {
    expect(planFromMessage({ requested: 270, declared: 100, ...values }, figures).said[0]).toContain(words);
  });

  it('uses the version in the log', () => {
    const text = notes('spaces==0.51.3\nYou have exceeded your free ZeroGPU quota (90s requested vs. 41s left). Try again in 3:12:00.');
    expect(text).toContain(
      'With spaces 0.51.3, 90 s in the message is one of these: duration=60 (or none declared) on large (60 × 1.5 = 90); duration=45 on xlarge',
    );
  });

  it('has no sum where nothing is multiplied', () => {
    const text = notes('spaces==0.48.1\nYou have exceeded your free ZeroGPU quota (45s requested vs. 12s left). Try again in 3:12:00.');
    expect(text).toContain('is one of these: duration=45 on large; duration=22.5 on xlarge (22.5 × 2 = 45). Compare');
  });

  it('gives both readings without a version', () => {
    const text = notes('You have exceeded your free ZeroGPU quota (60s requested vs. 12s left). Try again in 3:12:00.');
    expect(text).toContain('duration=60 (or none declared) on large with spaces up to 0.50.2 (from 0.49.2 on it books 60 × 1.5 = 90 s)');
    expect(text).toContain('duration=40 on large with spaces from 0.50.4 on (40 × 1.5 = 60)');
  });

  it('names the limit of an illegal duration as a reading', () => {
    const text = notes("gradio.exceptions.Error: 'The requested GPU duration (270s) is larger than the maximum allowed'");
    expect(text).toContain('is unpublished');
    expect(text).toContain('a visitor without an account (2 min a day) 80 s on large, 60 s on xlarge');
  });

  it('reads a negative wait', () => {
    const text = notes('You have exceeded your GPU quota (300s requested vs. 240s left). Please retry in -1 day, 23:59:59');
    expect(text).toContain('A negative wait (-1 day, 23:59:59) means that no reset makes room');
    expect(text).toContain('160 s on large');
  });

  it('tells when waiting does not help a known tier', () => {
    const text = notes('You have exceeded your free ZeroGPU quota (450s requested vs. 12s left). Try again in 3:12:00.');
    expect(text).toContain('Waiting does not help either: a whole day of a free account is 300 s');
  });

  it('suspects the runs limit where nothing is left and nothing to wait', () => {
    const text = 'You have exceeded your Pro ZeroGPU quota (60s requested vs. 0s left). Try again in 0:00:00.';
    expect(notes(text)).toContain('most likely the limit on runs a day');
    expect(notes(`spaces==0.51.3\n${text}`)).not.toContain('most likely the limit on runs');
  });

  it('says nothing without numbers, and nothing for other findings', () => {
    expect(notes('PRO here: ZeroGPU illegal duration')).toBe('');
    expect(notes('No GPU was available after 60s. Retry later')).toBe('');
  });
});
