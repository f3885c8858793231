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
