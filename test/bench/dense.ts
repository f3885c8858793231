/** Speed on what logs really are, against `grep -F -c -f` in the same run: real texts, how densely telling lines stand, frequent warnings. */
import { rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Matcher } from '../../src/core/match/match.ts';
import { blocks, warningBlock } from './log.ts';
import { bests, feed, type Run } from './measure.ts';
import { cleanLines, drawn, loop } from './mixes.ts';
import type { Bench, Row } from './row.ts';

const MEGABYTES = 30;
const QUIET_MEGABYTES = 300;
const TURNS = 5;
/** Of grep's speed, on real texts and on quiet logs. */
const DENSE = 0.15;
const QUIET = 0.8;
const MOST_MEMORY = 120;
const SHARES = [0, 0.01, 0.1, 0.5];

interface Mix {
  what: string;
  bytes: () => Uint8Array;
  target: number | null;
}

/** Speed and memory on each mix. */
export async function denseLogs(bench: Bench, matcher: Matcher): Promise<Row[]> {
  const mixes: Mix[] = [
    { what: 'real texts drawn at random', bytes: () => drawn(MEGABYTES), target: DENSE },
    { what: 'a loop of real texts', bytes: () => loop(MEGABYTES), target: DENSE },
    { what: 'real texts, with other numbers each time', bytes: () => drawn(MEGABYTES, true), target: null },
    ...SHARES.map((share): Mix => {
      const what = `real lines, ${share * 100} % of them telling`;
      return { what, bytes: () => cleanLines(MEGABYTES, matcher, share), target: share === 0 ? DENSE : null };
    }),
    { what: 'quiet lines, every seventh a FutureWarning', bytes: warned, target: QUIET },
  ];
  const rows: Row[] = [];
  for (const mix of mixes) rows.push(...(await measured(bench, mix)));
  return rows;
}

function warned(): Uint8Array {
  return Buffer.concat([...blocks(warningBlock(), QUIET_MEGABYTES)]);
}

async function measured({ node, bin, folder, literals }: Bench, { what, bytes, target }: Mix): Promise<Row[]> {
  const log = join(folder, 'mix');
  const all = bytes();
  writeFileSync(log, all);
  const runs: Run[] = [
    { name: 'ours', file: node, args: [bin, 'diagnose', '--json', log] },
    { name: 'grep', file: 'grep', args: ['-F', '-c', '-f', literals, log] },
  ];
  const ms = bests(runs, TURNS);
  const { mb } = await feed(node, [bin, 'diagnose', '--json'], [all]);
  rmSync(log);
  const [ours, grep] = [ms.get('ours') as number, ms.get('grep') as number];
  const megabytes = all.length / 1e6;
  return [
    {
      what: `${Math.round(megabytes)} MB of ${what}, ${(megabytes / (ours / 1000)).toFixed(1)} MB/s`,
      measured: grep / ours,
      unit: '×',
      against: 'speed of `grep -F -c -f`, best of each',
      target,
      atLeast: true,
    },
    { what: `most memory for ${what}`, measured: mb, unit: 'MB', against: '', target: MOST_MEMORY },
  ];
}
