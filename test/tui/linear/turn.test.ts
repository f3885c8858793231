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
    expect(say(page, world)).toContain('error (cause, scheduler)');
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
    expect(say(answered(tree, '1'), world)).toContain('How many GB are all the weights');
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

describe('what the screen has, in words', () => {
  const LOG = "start\ngradio.exceptions.Error: 'You have exceeded your free ZeroGPU quota (60s requested vs. 30s left).'";
  const diagnosed = answered(stateOf(), LOG);

  test('a diagnosis that was left is a choice at home, and in the history', () => {
    const home = answered(diagnosed, 'b');
    expect(say(home, world)).toMatch(/1\. Your diagnosis of 2 lines: The booking is larger/);
    expect(say(answered(home, '1'), world)).toBe(say(diagnosed, world));
    const searched = answered(home, 'tensor');
    expect(say(answered(searched, '['), world)).toBe(say(diagnosed, world));
    expect(say(answered(searched, '[', ']'), world)).toBe(say(searched, world));
  });

  test('a snippet is said alone, by its number', () => {
    const { status } = answered(diagnosed, 'y 2');
    expect(status).toMatch(/^Snippet 2 of \d{1,2}:\n\S/);
    expect(say(diagnosed, world)).toContain(status?.split('\n')[1]?.trim());
    expect(answered(diagnosed, 'y 99').status).toMatch(/There are \d{1,2} snippets here/);
  });

  test('a list is filtered by words, and whole again', () => {
    const list = stateOf({ screen: 'list', kind: 'error' });
    const filtered = say(answered(list, '/quota'), world);
    expect(filtered).toMatch(/\d{1,2} choices:/);
    expect(filtered.length).toBeLessThan(say(list, world).length / 4);
    expect(say(answered(list, '/quota', '/'), world)).toBe(say(list, world));
  });

  test('a question leads to the sum, with what it says filled in', () => {
    const found = answered(stateOf(), 'does a 13B bf16 model fit with 90 s calls as a free user');
    expect(say(found, world).replace(/\s+/g, ' ')).toContain('1. Does my @spaces.GPU call fit? With duration 90');
    expect(say(answered(found, '1'), world)).toContain('So far: duration 90');
  });

  test('the text of an error that was typed leads to its diagnosis', () => {
    const found = answered(stateOf(), 'exceeded your free ZeroGPU quota (60s requested vs. 30s left)');
    expect(say(found, world)).toContain('1. Diagnosis of what you typed');
    expect(say(answered(found, '1'), world).replace(/\s+/g, ' ')).toContain('requested 60 s, and 30 s were left');
  });

  test('its help names no key of the screen, and every answer that it takes', () => {
    const help = say(answered(stateOf(), '?'), world);
    expect(help).not.toMatch(/PgDn|Tab|Ctrl-[DULZ]|↑|Home|arrow/);
    for (const answer of ['a number', 'words', '/ and words', 'p', 'y', 'b', '[ and ]', 'q']) expect(help).toContain(`\n${answer}: `);
  });
});
