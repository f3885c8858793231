/** What a server answered stands below the exception that repeats it, and belongs to it. */
import { expect, it } from 'vitest';
import { diagnose } from '../../library.ts';

const FRAME = '  File "/usr/local/lib/python3.12/site-packages/huggingface_hub/utils/_http.py", line 996, in hf_raise_for_status';
const TRACEBACK = ['Traceback (most recent call last):', '  File "/home/user/app/app.py", line 9, in <module>', '    push()', FRAME];
const REFUSED = "huggingface_hub.errors.HfHubHTTPError: Client error '412 Precondition Failed' for url 'https://huggingface.co/api/x'";
const ANSWER = 'A commit has happened since. Please refresh and try again.';

const told = (...lines: string[]) => {
  const { findings, failures } = diagnose(`${lines.join('\n')}\n`);
  return [...findings.map(({ id }) => id), ...failures.filter(({ isConsequence }) => !isConsequence).map(({ type }) => type)];
};

it('is one failure with it, below a blank line', () => {
  expect(told(...TRACEBACK, REFUSED, '', ANSWER)).toHaveLength(1);
});

it('is a failure of its own further down', () => {
  expect(told(...TRACEBACK, REFUSED, '', 'ok', 'ok', 'ok', 'ok', 'ok', 'ok', 'Error: Could not frob the teapot')).toHaveLength(2);
});

it('ends with its sentence: no word of the next line belongs to a value', () => {
  const [found] = diagnose(
    'ImportError: huggingface-hub>=0.34.0,<1.0 is required for a normal functioning of this module, but found huggingface-hub==2.4.0.\nTry: `pip install transformers -U`\n',
  ).findings;
  expect(Object.values(found?.values ?? {}).join(' ')).toContain('2.4.0');
  expect(Object.values(found?.values ?? {}).join(' ')).not.toContain('Try');
});
