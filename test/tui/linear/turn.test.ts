import { describe, expect, test } from 'vitest';
import { say, turn } from '../../../src/tui/linear/turn.ts';
import type { State } from '../../../src/tui/state/state.ts';
import { stateOf, plainWorld as world } from '../world.ts';

function answered(state: State, ...answers: string[]): State {
  return answers.reduce((now, answer) => turn(now, answer.split('\n'), world) ?? now, state);
}

describe('the linear app', () => {
  test('says everything in order, and ends with what can be answered', () => {
    const text = say(stateOf(), world);
    expect(text).toMatch(/1\. "ZeroGPU quota exceeded" · the booking is larger/);
    expect(text.split('\n').at(-1)).toMatch(/^Type .* q to quit:$/);
    expect(text).not.toMatch(/\x1b|[│─›]/);
  });

  test('words search, a number opens, b goes back', () => {
    const hits = answered(stateOf(), 'quota exceeded');
    expect(say(hits, world)).toContain('1. "ZeroGPU quota exceeded" · the booking is larger');
    const page = answered(hits, '1');
    expect(say(page, world)).toContain('The scheduler compared');
    expect(say(answered(page, 'b'), world)).toBe(say(hits, world));
    expect(say(answered(hits, 'b'), world)).toBe(say(stateOf(), world));
  });

  test('every link of a page has a number, also behind the ninth', () => {
    const page = stateOf({ screen: 'page', id: 'quota-exceeded' });
    const text = say(page, world);
    expect(text).toMatch(/\n9\. /);
    const [, label = ''] = /\n10\. (.{1,100}) \(\w{1,9}\)/.exec(text) ?? [];
    expect(label).not.toBe('');
    // An error is listed by the beginning of its message, which stands on its page.
    const named = /"([^"…]{1,60})/.exec(label)?.[1] ?? label;
    expect(say(answered(page, '10'), world).replace(/\s/g, ' ')).toContain(named);
  });

  test('a tree is walked by numbers', () => {
    const tree = stateOf({ screen: 'tree', id: 'large-or-xlarge', answers: [] });
    expect(say(answered(tree, '1'), world)).toContain('How many GB do all weights take');
    expect(say(answered(tree, '1', 'b'), world)).toBe(say(tree, world));
  });

  test('several lines at once are a log, whatever they say', () => {
    const state = answered(stateOf(), 'q\nRuntimeError: No CUDA GPUs are available\nq');
    expect(say(state, world)).toContain('no-cuda-gpus');
  });

  test('a plan takes choices and values', () => {
    const plan = stateOf({ screen: 'plan', answers: {}, isTyped: false });
    const typed = answered(plan, '5', '45');
    expect(say(typed, world)).toContain('Which size?');
  });

  test('q leaves; a number that is not there is said', () => {
    expect(turn(stateOf(), ['q'], world)).toBeNull();
    expect(answered(stateOf(), '999').status).toContain('no choice 999');
  });
});
