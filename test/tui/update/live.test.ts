import { stripVTControlCharacters } from 'node:util';
import { describe, expect, test } from 'vitest';
import type { Tail } from '../../../src/core/log/log-tail.ts';
import { neutralise } from '../../../src/core/text/neutralise.ts';
import { type Origin, type State, viewNow } from '../../../src/tui/state/state.ts';
import { frameOf } from '../../../src/tui/view/frame.ts';
import { sceneOf } from '../../../src/tui/view/scene.ts';
import { afterwards, press, stateOf, world } from '../world.ts';

const none = '' as Origin['first'];
const QUOTA = "gradio.exceptions.Error: 'You have exceeded your free ZeroGPU quota (90s requested vs. 30s left).'";
const NO_GPU = 'RuntimeError: No CUDA GPUs are available';
const INFO = Array.from({ length: 60 }, (_, index) => `INFO: step ${index + 1}`);

function opened(): State {
  const origin: Origin = { name: 'pipe', first: none, last: none, isReading: true, reading: 1, tail: null, idle: 0 };
  return stateOf({ screen: 'diagnosis', result: world.diagnose(''), origin });
}

function news(state: State, lines: string[], more: { isReading?: boolean; idle?: number; isWatched?: boolean } = {}): State {
  const { isReading = true, idle = 0, isWatched = true } = more;
  const tail: Tail = lines.map((text, index) => ({ number: index + 1, text: neutralise(text) })).slice(-400);
  return afterwards(state, {
    type: 'live',
    result: world.diagnose(lines.join('\n')),
    isReading,
    reading: 1,
    tail: isWatched ? tail : null,
    idle,
  });
}

function screenOf(state: State): string {
  const { top, main, bottom } = frameOf(state, world);
  return stripVTControlCharacters([...top, ...main, ...bottom].join('\n'));
}

describe('a log that comes', () => {
  test('shows its last lines, and how it goes', () => {
    const screen = screenOf(news(opened(), INFO, { idle: 3 }));
    expect(screen).toContain('watching · 60 lines · 0 findings · last line 3 s ago');
    expect(screen).toContain('60 INFO: step 60');
    expect(screen).not.toContain('INFO: step 1\n');
  });

  test('never says that nothing was recognised before it has ended', () => {
    expect(screenOf(opened())).not.toMatch(/recognised/);
    expect(screenOf(news(opened(), INFO))).not.toMatch(/recognised/);
    expect(screenOf(press(news(news(opened(), INFO), INFO, { isReading: false }), '1'))).toMatch(/Nothing recognised/);
  });

  test('that was there at once is a diagnosis at once', () => {
    const ended = news(opened(), [QUOTA], { isReading: false, isWatched: false });
    expect(screenOf(ended)).toContain('error[quota-exceeded]');
    expect(screenOf(ended)).not.toContain('●');
  });

  test('marks a finding as new until somebody looks', () => {
    const found = news(news(opened(), INFO), [...INFO, QUOTA]);
    expect(screenOf(found)).toMatch(/1 ● The booking/);
    expect(screenOf(found)).toContain('INFO: step 60');
    const seen = press(found, '1');
    expect(screenOf(seen)).toMatch(/› 1 The booking[\s\S]*error\[quota-exceeded\]/);
    expect(screenOf(news(seen, [...INFO, QUOTA, NO_GPU]))).toMatch(/1 The booking[\s\S]*2 ● PyTorch found no GPU/);
  });

  test('has its newest line last, whatever was found', () => {
    const { main } = frameOf(news(news(opened(), INFO), [...INFO, QUOTA, NO_GPU, 'INFO: the newest']), world);
    expect(stripVTControlCharacters(main.at(-1) ?? '')).toContain('INFO: the newest');
  });

  test('replaces nothing that is read, and scrolls nothing', () => {
    const reading = press(news(news(opened(), INFO), [...INFO, QUOTA]), '1', 'j', 'j', 'j');
    const before = sceneOf(reading, world);
    const after = sceneOf(
      news(reading, [...INFO, QUOTA, NO_GPU, 'torch.OutOfMemoryError: CUDA out of memory. Tried to allocate 2.00 GiB.']),
      world,
    );
    expect(after.rows[after.selected]?.key).toBe('quota-exceeded');
    expect(after.scroll).toBe(before.scroll);
    expect(after.paper?.plain.slice(0, 5)).toEqual(before.paper?.plain.slice(0, 5));
  });

  test('says what is new to somebody who reads another screen, and at the end', () => {
    const away = press(news(opened(), INFO), '?');
    expect(news(away, [...INFO, QUOTA]).status).toMatch(/New in the log: The booking/);
    expect(news(news(opened(), INFO), [...INFO, QUOTA], { isReading: false }).status).toBe(
      'The log has ended: 1 finding. Press 1 for the first.',
    );
  });
});

describe('f and F', () => {
  const long = [...INFO, QUOTA, ...INFO];

  test('f holds the end as it is, and follows it again', () => {
    const held = press(news(opened(), long), 'f');
    const grown = news(held, [...long, 'INFO: the newest']);
    expect(screenOf(grown)).not.toContain('the newest');
    expect(screenOf(press(grown, 'f'))).toContain('the newest');
  });

  test('scrolling up holds it, its end follows it again', () => {
    const up = press(news(opened(), long), 'k');
    expect(viewNow(up).held).not.toBeNull();
    const grown = news(up, [...long, 'INFO: the newest']);
    expect(sceneOf(grown, world).scroll).toBe(sceneOf(up, world).scroll);
    expect(screenOf(press(grown, 'G', 'G'))).toContain('the newest');
  });

  test('F shows the lines around findings alone', () => {
    const near = screenOf(press(news(opened(), long), 'F'));
    expect(near).toContain('61 gradio.exceptions.Error');
    expect(near).toContain('60 INFO: step 60');
    expect(near).not.toContain('INFO: step 30');
    expect(screenOf(press(news(opened(), INFO), 'F'))).toContain('No finding yet');
  });
});
