import { describe, expect, it } from 'vitest';
import { explain } from '../../../src/core/explain/explain.ts';
import { plainInlines } from '../../../src/core/markup/read.ts';
import { figuresOf } from '../../../src/core/plan/figures.ts';
import { type MessageValues, planFromMessage } from '../../../src/core/plan/message.ts';
import { SearchIndex } from '../../../src/core/search/search.ts';
import { diagnose, library } from '../../library.ts';

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

describe('a diagnosis with numbers', () => {
  const notes = (text: string) => explain(library, index, diagnose(text)).diagnoses[0]?.notes.map(plainInlines).join('\n') ?? '';

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

  it('gives both readings without a version', () => {
    const text = notes('You have exceeded your free ZeroGPU quota (60s requested vs. 12s left). Try again in 3:12:00.');
    expect(text).toContain('duration=60 (or none declared) on large with spaces up to 0.50.2 (from 0.49.2 on it books 60 × 1.5 = 90 s)');
    expect(text).toContain('duration=40 on large with spaces from 0.50.4 on (40 × 1.5 = 60)');
  });

  it('names the limit of an illegal duration as a reading', () => {
    const text = notes("gradio.exceptions.Error: 'The requested GPU duration (270s) is larger than the maximum allowed'");
    expect(text).toContain('is unpublished');
    expect(text).toContain('a visitor without account (2 min a day) 80 s on large, 60 s on xlarge');
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
