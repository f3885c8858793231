import { render } from 'ink-testing-library';
import { describe, expect, test } from 'vitest';
import { App } from '../../src/tui/app.tsx';
import { createStore } from '../../src/tui/update/store.ts';
import { plainWorld, stateOf } from './world.ts';

/** Waits for the next frames until one shows the text. */
async function until(lastFrame: () => string | undefined, text: string): Promise<string> {
  for (let count = 0; count < 500; count++) {
    const frame = lastFrame() ?? '';
    if (frame.includes(text)) return frame;
    await new Promise((resolve) => setImmediate(resolve));
  }
  throw new Error(`"${text}" did not come:\n${lastFrame()}`);
}

describe('the app', () => {
  test('draws the state, takes keys and draws again', async () => {
    const store = createStore(stateOf({ screen: 'list', kind: 'tree' }, 100, 20), plainWorld, () => undefined);
    const { lastFrame, stdin, unmount } = render(<App store={store} onReady={() => undefined} />);
    const first = await until(lastFrame, 'All decision trees');
    expect(first.split('\n')).toHaveLength(20);
    stdin.write('?');
    await until(lastFrame, 'Keys');
    stdin.write('[');
    await until(lastFrame, 'All decision trees');
    unmount();
  });

  test('hands effects on', async () => {
    const effects: unknown[] = [];
    const store = createStore(stateOf({ screen: 'help', about: 'home' }, 100, 20), plainWorld, (effect) => effects.push(effect));
    const { lastFrame, stdin, unmount } = render(<App store={store} onReady={() => undefined} />);
    await until(lastFrame, 'Keys');
    stdin.write('q');
    await until(() => JSON.stringify(effects), 'exit');
    expect(effects).toEqual([{ type: 'exit', code: 0 }]);
    unmount();
  });
});
