/** Runs programs again and again, turn by turn, and gives medians: what changes on the machine meanwhile hits all of them. */
import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

export interface Run {
  name: string;
  file: string;
  args: string[];
  input?: string;
  env?: Record<string, string>;
}

/** Median milliseconds of each, of `turns` rounds. */
export function medians(runs: Run[], turns = 9): Map<string, number> {
  return new Map([...timesOf(runs, turns)].map(([name, all]) => [name, median(all)]));
}

/** The fewest milliseconds of each, of `turns` rounds: what it takes where nothing else runs. */
export function bests(runs: Run[], turns: number): Map<string, number> {
  return new Map([...timesOf(runs, turns)].map(([name, all]) => [name, Math.min(...all)]));
}

/** Turn by turn; the first round only warms up. */
function timesOf(runs: Run[], turns: number): Map<string, number[]> {
  const times = new Map(runs.map(({ name }) => [name, [] as number[]]));
  for (let turn = 0; turn <= turns; turn++) {
    for (const { name, file, args, input = '', env } of runs) {
      const start = performance.now();
      const { status } = spawnSync(file, args, { input, stdio: ['pipe', 'pipe', 'pipe'], env: { ...process.env, ...env }, maxBuffer: 1e9 });
      // 1: nothing found. Anything else would be the time of a failure.
      if (status !== 0 && status !== 1) throw new Error(`${name} ended with ${status}`);
      if (turn > 0) times.get(name)?.push(performance.now() - start);
    }
  }
  return times;
}

export function median(values: number[]): number {
  return values.sort((a, b) => a - b)[Math.floor(values.length / 2)] as number;
}

/** Feeds a program from a generator and tells how long it took and how much memory it held at most (MB; Linux only). */
export async function feed(file: string, args: string[], chunks: Iterable<Uint8Array>): Promise<{ ms: number; mb: number }> {
  const start = performance.now();
  const child = spawn(file, args, { stdio: ['pipe', 'ignore', 'inherit'] });
  const closed = new Promise((resolve) => child.once('close', resolve));
  let kb = 0;
  for (const chunk of chunks) {
    if (!child.stdin.write(chunk)) await new Promise((resolve) => child.stdin.once('drain', resolve));
    kb = Math.max(kb, peak(child.pid as number));
  }
  child.stdin.end();
  await closed;
  return { ms: performance.now() - start, mb: Math.round(kb / 1024) };
}

/** Peak resident memory so far, in kB; 0 where there is no /proc. */
function peak(pid: number): number {
  try {
    return Number(/VmHWM:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);
  } catch {
    return 0;
  }
}
