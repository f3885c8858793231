/** Which failures are reasons, and which only follow from others. */
import { describe, expect, it } from 'vitest';
import { followsFrom, type Held } from '../../../../src/core/diagnose/failures/order.ts';

const NAMES = { wrappers: ['RemoteError', 'GroupError'], routine: ['KeyError'] };
const held = (type: string | null, more: Partial<Held> = {}) =>
  ({ type, message: '', kind: 'other', block: 0, joints: [], isOutcome: false, isRelayed: false, ...more }) as unknown as Held;
/** Whether each of them follows from another one. */
const following = (...all: Held[]) => all.map((each) => followsFrom(each, all, NAMES));

describe('of failures that only say that something failed', () => {
  const outcome = (kind: Held['kind']) => held(null, { kind, isOutcome: true });

  it('all follow, where there is another one', () => {
    expect(following(outcome('exit-code'), held('FrobError'), outcome('compile'))).toEqual([true, false, true]);
  });

  it('the one that says what stands, else the first', () => {
    expect(following(outcome('exit-code'), outcome('compile'), outcome('network'))).toEqual([true, false, true]);
    expect(following(outcome('other'), outcome('exit-code'))).toEqual([true, false]);
    expect(following(outcome('other'), outcome('other'))).toEqual([false, true]);
    expect(following(outcome('exit-code'))).toEqual([false]);
  });
});

describe('in a chain', () => {
  const link = (type: string, joints: Held['joints'], block = 2) => held(type, { block, joints });

  it('the first is the reason', () => {
    expect(following(link('OneError', []), link('TwoError', ['direct']), link('SixError', ['direct', 'during']))).toEqual([
      false,
      true,
      true,
    ]);
    expect(following(link('TwoError', ['during']), link('OneError', []))).toEqual([true, false]);
  });

  it('not what was caught to go another way', () => {
    expect(following(link('KeyError', []), link('TwoError', ['during']))).toEqual([true, false]);
    // It was raised from it, or again: then it is no other way.
    expect(following(link('KeyError', []), link('TwoError', ['direct']))).toEqual([false, true]);
    expect(following(link('KeyError', []), link('KeyError', ['during']))).toEqual([false, true]);
    expect(following(link('KeyError', []))).toEqual([false]);
  });

  it('not what the same file of a library put into words', () => {
    const raisedIn = (type: string, joints: Held['joints'], file: string) =>
      held(type, { block: 2, joints, link: { innermost: { file } } as Held['link'] });
    const [own, library] = ['/home/user/app/app.py', '/usr/lib/python3.12/site-packages/PIL/Image.py'];
    expect(following(raisedIn('KeyError', [], library), raisedIn('TwoError', ['direct'], library))).toEqual([true, false]);
    expect(following(raisedIn('KeyError', [], library), raisedIn('TwoError', ['direct'], own))).toEqual([false, true]);
    expect(following(raisedIn('KeyError', [], own), raisedIn('TwoError', ['direct'], own))).toEqual([false, true]);
    expect(following(raisedIn('OneError', [], library), raisedIn('TwoError', ['direct'], library))).toEqual([false, true]);
  });

  it('not what was raised again as a sentence about it', () => {
    const first = held('KeyError', { block: 2, message: "'data'" as Held['message'] });
    const next = (message: string) => held('KeyError', { block: 2, joints: ['during'], message: message as Held['message'] });
    expect(following(first, next("Could not find 'data' key in response"))).toEqual([true, false]);
    expect(following(first, next('Could not find a key in the response'))).toEqual([false, true]);
    expect(following(first, next("no 'data'"))).toEqual([false, true]);
  });

  it('nothing follows from another traceback, or from what stands in none', () => {
    expect(following(link('OneError', []), link('TwoError', ['direct'], 3))).toEqual([false, false]);
    expect(following(link('OneError', [], 0), link('TwoError', ['direct'], 0))).toEqual([false, false]);
  });
});

describe('what only wraps another one', () => {
  it('follows from it, wherever that stands', () => {
    expect(following(held('RemoteError'), held('FrobError'))).toEqual([true, false]);
    expect(following(held('FrobError', { block: 2 }), held('RemoteError', { block: 3 }))).toEqual([false, true]);
  });

  it('stands where there is none but others of its kind, or an outcome', () => {
    expect(following(held('RemoteError'), held('GroupError'))).toEqual([false, false]);
    expect(following(held('RemoteError'), held(null, { isOutcome: true }))).toEqual([false, true]);
    expect(following(held('RemoteError'))).toEqual([false]);
  });
});

describe('what a client says of a server that failed', () => {
  const relayed = (block: number) => held('StatusError', { block, kind: 'network', isRelayed: true });

  it('follows from an exception elsewhere in the log', () => {
    expect(following(relayed(0), held('FrobError', { block: 2 }))).toEqual([true, false]);
    expect(following(held('FrobError', { block: 1 }), relayed(2))).toEqual([false, true]);
  });

  it('is the reason of what its own caller raises, and stands where no other program failed', () => {
    expect(following(relayed(1), held('CallError', { block: 1, joints: ['during'] }))).toEqual([false, true]);
    expect(following(relayed(0), held(null), held('GaveUpError'), held('CutError', { block: 2, kind: 'network' }))).toEqual([
      false,
      false,
      false,
      false,
    ]);
    expect(following(relayed(1), relayed(2))).toEqual([false, false]);
  });
});
