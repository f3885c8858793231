import { describe, expect, it } from 'vitest';
import { ChainLinks } from '../../../src/core/diagnose/chain-links.ts';
import { neutralise } from '../../../src/core/text/neutralise.ts';

const INNER = neutralise('ConnectionResetError: [Errno 104] Connection reset by peer');
const OUTER = "requests.exceptions.ConnectionError: ('Connection aborted.', ConnectionResetError(104, 'Connection reset by peer'))";

describe('what an exception repeats of an earlier one in its chain', () => {
  const links = new ChainLinks();
  links.note(3, { type: 'ConnectionResetError', message: '[Errno 104] Connection reset by peer' }, 13, INNER);
  links.note(4, { type: 'KeyError', message: "'x'" }, 20, neutralise("KeyError: 'x'"));

  it.each([
    [3, OUTER, 13],
    [3, 'httpx.ReadError: [Errno 104] Connection reset by peer', 13],
    [3, 'RuntimeError: no model', null],
    [5, OUTER, null],
    [4, "RuntimeError: no entry 'x'", null],
  ])('chain %i: %s', (block, text, line) => expect(links.repeatedBy(block, text)?.line ?? null).toBe(line));

  it('is forgotten when many other chains were seen since', () => {
    const many = new ChainLinks();
    for (let block = 1; block <= 20; block++) many.note(block, { type: 'OSError', message: 'the disk is full' }, block, INNER);
    expect(many.repeatedBy(1, 'the disk is full')).toBeNull();
    expect(many.repeatedBy(20, 'the disk is full')?.line).toBe(20);
  });
});
