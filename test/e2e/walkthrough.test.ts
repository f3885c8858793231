import { beforeAll, describe, expect, test, vi } from 'vitest';
import { ensureBuilt } from './built.ts';
import { doTask, keyCount, TASKS } from './tasks.ts';

// Real processes on a busy machine.
vi.setConfig({ testTimeout: 90_000 });

beforeAll(ensureBuilt, 120_000);

// They wait for most of their time: several at once take little longer than one.
describe.concurrent('a newcomer, in at most six keys besides typing', () => {
  test.each(TASKS.map((task) => [task.name, task] as const))('%s', async (_, task) => {
    expect(keyCount(task)).toBeLessThanOrEqual(6);
    await doTask(task);
  });
});
