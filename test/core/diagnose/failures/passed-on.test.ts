/** Of a chain whose later exception has a page and whose first has none: which of the two is the cause. */
import { describe, expect, it } from 'vitest';
import { diagnose } from '../../../library.ts';

const OWN = '  File "/home/anna/app/app.py", line 12, in prepare\n    run()';
const OTHER_OWN = '  File "/home/anna/app/told.py", line 4, in tell\n    raise odd';
const LIBRARY = '  File "/home/anna/venv/lib/python3.11/site-packages/scenes/io.py", line 7, in read\n    go()';
const SAME_LIBRARY = LIBRARY.replace('line 7, in read', 'line 30, in explain');
const ELSEWHERE = LIBRARY.replace('scenes/io', 'pixels/read');
const FIRST = 'OddError: block 3 has no width';
const KNOWN = 'RuntimeError: CUDA error: no kernel image is available for execution on the device';
const ADVISING = 'RuntimeError: ffmpeg was not found. Please install ffmpeg and make sure that it is on the PATH';

const trace = (end: string, ...frames: string[]) => `Traceback (most recent call last):\n${frames.join('\n')}\n${end}\n`;
const JOINTS = {
  from: '\nThe above exception was the direct cause of the following exception:\n\n',
  during: '\nDuring handling of the above exception, another exception occurred:\n\n',
};
type By = keyof typeof JOINTS;
const chain = (by: By, ...links: string[]): string => links.join(JOINTS[by]);

/** Which comes first: the exception without a page, or the one that has one. */
function firstOf(text: string): string {
  const { findings, failures } = diagnose(text);
  const isCause = findings.some(({ role }) => role === 'cause');
  if (isCause) return failures.length === 0 ? 'known' : 'both';
  expect(findings).toMatchObject([{ role: 'symptom', causedBy: null, isPassedOn: true }]);
  return failures[0]?.isConsequence === false && failures[0].message === FIRST.slice('OddError: '.length) ? 'first' : 'neither';
}

const BOTH: By[] = ['from', 'during'];

describe('the better sentence stays the cause', () => {
  it.each(BOTH)('of a library that catches an error and raises another %s it', (by) => {
    expect(firstOf(chain(by, trace(FIRST, LIBRARY), trace(KNOWN, OWN, LIBRARY)))).toBe('known');
    expect(firstOf(chain(by, trace(FIRST, LIBRARY, ELSEWHERE), trace(KNOWN, OWN, LIBRARY, SAME_LIBRARY)))).toBe('known');
  });

  it.each(BOTH)('of the own code, where it says what to do, %s', (by) => {
    expect(firstOf(chain(by, trace(FIRST, OWN, LIBRARY), trace(ADVISING, OWN)))).toBe('known');
    expect(firstOf(chain(by, trace(FIRST, LIBRARY, OWN), trace(ADVISING, OWN, LIBRARY)))).toBe('known');
  });

  it.each(BOTH)('than an exception that programs catch to go another way, %s', (by) => {
    expect(firstOf(chain(by, trace("KeyError: 'width'", OWN), trace(KNOWN, OWN)))).toBe('known');
  });

  it('where the frames do not say who raised it', () => {
    expect(firstOf(`${FIRST}\n${JOINTS.from}${KNOWN}\n`)).not.toBe('first');
  });

  it('of a library that the own code handed its own exception to', () => {
    expect(firstOf(chain('from', trace(FIRST, OWN, LIBRARY), trace(KNOWN, OWN, LIBRARY)))).toBe('known');
  });
});

describe('the first exception is the cause', () => {
  it.each(BOTH)('of what the own code says of it in its own words, %s', (by) => {
    expect(firstOf(chain(by, trace(FIRST, OWN, LIBRARY), trace(KNOWN, OWN)))).toBe('first');
    expect(firstOf(chain(by, trace(FIRST, OWN, LIBRARY), trace(KNOWN, OWN, OTHER_OWN)))).toBe('first');
  });

  it('of what fails while the own code handles it, whatever that advises', () => {
    expect(firstOf(chain('during', trace(FIRST, OWN, LIBRARY), trace(KNOWN, OWN, ELSEWHERE)))).toBe('first');
    expect(firstOf(chain('during', trace(FIRST, OWN, LIBRARY), trace(ADVISING, OWN, ELSEWHERE)))).toBe('first');
  });

  it.each(BOTH)('of what a library makes of an exception of the own code, %s', (by) => {
    expect(firstOf(chain(by, trace(FIRST, LIBRARY, OTHER_OWN), trace(KNOWN, OWN, LIBRARY)))).toBe('first');
  });

  it.each(BOTH)('of a vague sentence of a library, %s', (by) => {
    const vague =
      "OSError: Can't load tokenizer for 'acme/talk'. If you were trying to load it from 'https://huggingface.co/models', make sure";
    expect(firstOf(chain(by, trace(FIRST, LIBRARY), trace(vague, OWN, LIBRARY)))).toBe('first');
  });

  it('where the statement that raised is quoted and matches as well', () => {
    const quoted = LIBRARY.replace(
      'go()',
      "raise OSError(\"Can't load tokenizer for 'x'. If you were trying to load it from 'https://huggingface.co\")",
    );
    const vague = "OSError: Can't load tokenizer for 'x'. If you were trying to load it from 'https://huggingface.co";
    expect(firstOf(chain('from', trace(FIRST, LIBRARY), trace(vague, OWN, quoted)))).toBe('first');
  });

  it('of a chain of three, and where a worker printed it first', () => {
    const middle = trace('RuntimeError: the scene could not be opened', OWN, LIBRARY);
    expect(firstOf(chain('from', trace(FIRST, LIBRARY), middle, trace(KNOWN, OWN)))).toBe('first');
    const worker = `multiprocessing.pool.RemoteTraceback: \n"""\n${trace(FIRST, LIBRARY, OWN)}"""\n`;
    expect(firstOf(chain('from', worker, trace(FIRST, OWN, LIBRARY), trace(KNOWN, OWN)))).toBe('first');
  });
});

it('what happens elsewhere by itself as well is a cause', () => {
  const text = `${chain('during', trace(FIRST, OWN, LIBRARY), trace(KNOWN, OWN))}\n\n\n\n\nready\n\n\n\n${trace(KNOWN, OWN)}`;
  expect(diagnose(text).findings).toMatchObject([{ role: 'cause', isPassedOn: false, count: 2 }]);
});
