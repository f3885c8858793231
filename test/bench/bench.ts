/**
 * `npm run bench [-- --save] [PART…]`: start-up, throughput and growth of the built package as ratios of one run, against test/bench/baseline.json.
 * Fails when a target is missed, or a ratio got worse by a fifth.
 */
import { spawnSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, writeFileSync, writeSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from 'esbuild';
import { bundle } from '../../src/build/bundle/bundle.ts';
import { matcherOf } from '../../src/core/diagnose/diagnoser.ts';
import { Library } from '../../src/core/library/library.ts';
import { readContent } from '../../src/knowledge/read/files.ts';
import { assemble } from '../../src/knowledge/read/library.ts';
import { SMALLEST } from '../../src/knowledge/shipped/compressed.ts';
import { denseLogs } from './dense.ts';
import { firstFrames } from './first-frame.ts';
import { growth } from './growth.ts';
import { blocks, logBlock } from './log.ts';
import { feed, medians, type Run } from './measure.ts';
import type { Bench, Row } from './row.ts';

const root = join(import.meta.dirname, '../..');
const bin = join(root, 'bin/zerogpu-advisor.js');
const baselineFile = join(import.meta.dirname, 'baseline.json');
const folder = mkdtempSync(join(tmpdir(), 'advisor-bench-'));
const node = process.execPath;
const { knowledge } = assemble(readContent(join(root, 'content')));
const library = new Library(knowledge);
const errors = library.errors();
const literals = new Set(errors.flatMap(({ signature }) => signature.patterns.flatMap((pattern) => pattern.literals)));
const QUOTA = 'You have exceeded your free ZeroGPU quota (60s requested vs. 30s left). Try again in 3:12:00';
const DAY_LOG_MB = 300;
/** A start takes a moment and varies by a tenth: more turns than the rest. */
const START_TURNS = 21;

try {
  const bench: Bench = { node, bin, folder, literals: join(folder, 'literals') };
  writeFileSync(bench.literals, `${[...literals].join('\n')}\n`);
  // Parts can be asked for by name: `npm run bench dense`.
  const parts: Record<string, () => Row[] | Promise<Row[]>> = {
    start: startUp,
    app: appStart,
    quiet: () => throughput(bench),
    memory,
    dense: () => denseLogs(bench, matcherOf(library)),
    growth: () => growth(bench, knowledge, QUOTA),
    package: () => [packed()],
  };
  const asked = Object.keys(parts).filter((name) => process.argv.includes(name));
  const rows: Row[] = [];
  for (const name of asked.length > 0 ? asked : Object.keys(parts)) rows.push(...(await (parts[name] as (typeof parts)[string])()));
  report(rows);
} finally {
  rmSync(folder, { recursive: true, force: true });
}

function startUp(): Row[] {
  const run = (name: string, args: string[], input = ''): Run => ({ name, file: node, args, input });
  const ms = medians(
    [
      run('nothing', ['-e', '0']),
      run('version', [bin, '--version']),
      run('help', [bin, '--help']),
      run('show', [bin, 'show', 'quota-exceeded']),
      run('diagnose', [bin, 'diagnose'], QUOTA),
      run('json', [bin, 'diagnose', '--json'], QUOTA),
      run('search', [bin, 'search', 'returning tensors hangs']),
    ],
    START_TURNS,
  );
  const ratio = (name: string) => (ms.get(name) as number) / (ms.get('nothing') as number);
  const row = (what: string, name: string, target: number | null): Row => ({
    what,
    measured: ratio(name),
    unit: '×',
    against: '`node -e 0`',
    target,
  });
  return [
    row('`--version`', 'version', 1.25),
    row('`--help`', 'help', 1.6),
    row('`show ID`', 'show', 1.6),
    row('`diagnose` of a short text', 'diagnose', 1.6),
    row('`diagnose --json` of a short text', 'json', 1.6),
    row('`search WORDS`', 'search', 2.5),
  ];
}

async function appStart(): Promise<Row[]> {
  const hello = join(import.meta.dirname, 'hello.tsx');
  await bundle(folder, SMALLEST, hello, 'ours');
  await plainBundle(hello, join(folder, 'plain.mjs'));
  const ms = await firstFrames(
    [
      { name: 'plain', args: [join(folder, 'plain.mjs')], text: 'hello' },
      { name: 'ours', args: [join(folder, 'ours.cjs')], text: 'hello' },
      { name: 'app', args: [bin], text: 'ZeroGPU' },
    ],
    START_TURNS,
  );
  const row = (name: string, against: string, target: number | null): Row => {
    return { what: 'first frame of the app', measured: (ms.get('app') as number) / (ms.get(name) as number), unit: '×', against, target };
  };
  return [row('plain', 'an Ink hello-world that esbuild bundles', 1.25), row('ours', 'the same hello-world in a bundle like ours', null)];
}

/** What one gets without further ado; only the dev tools, which are not installed, must be named. */
async function plainBundle(entry: string, outfile: string): Promise<void> {
  await build({
    entryPoints: [entry],
    outfile,
    bundle: true,
    minify: true,
    platform: 'node',
    format: 'esm',
    jsx: 'automatic',
    define: { 'process.env.NODE_ENV': '"production"' },
    alias: { 'react-devtools-core': join(root, 'src/build/stubs/nothing.ts') },
    banner: { js: "import { createRequire } from 'node:module'; const require = createRequire(import.meta.url);" },
    logLevel: 'error',
  });
}

function throughput({ literals: list }: Bench): Row[] {
  const log = join(folder, 'log');
  write(log, logBlock([QUOTA], 10_000));
  const runs: Run[] = [
    { name: 'ours', file: node, args: [bin, 'diagnose', '--json', log] },
    { name: 'pipe', file: 'sh', args: ['-c', `cat '${log}' | '${node}' '${bin}' --json`] },
    { name: 'grep', file: 'grep', args: ['-F', '-c', '-f', list, log] },
    { name: 'grep -i', file: 'grep', args: ['-F', '-i', '-c', '-f', list, log] },
  ];
  if (spawnSync('lnav', ['-V']).status === 0) {
    runs.push({ name: 'lnav', file: 'lnav', args: ['-n', '-c', ':filter-in quota', log], env: { HOME: folder } });
  }
  const ms = medians(runs, 7);
  rmSync(log);
  const speed = (name: string, other: string) => (ms.get(other) as number) / (ms.get(name) as number);
  const row = (what: string, name: string, other: string, against: string, target: number | null): Row => ({
    what: `${what}, ${Math.round(DAY_LOG_MB / ((ms.get(name) as number) / 1000))} MB/s`,
    measured: speed(name, other),
    unit: '×',
    against,
    target,
    atLeast: true,
  });
  return [
    row(`log of ${DAY_LOG_MB} MB from a file`, 'ours', 'grep', `speed of \`grep -F -c -f\` with the same ${literals.size} literals`, 0.8),
    row(`log of ${DAY_LOG_MB} MB from a pipe`, 'pipe', 'grep', 'the same grep', 0.8),
    row(`log of ${DAY_LOG_MB} MB from a file`, 'ours', 'grep -i', 'the same grep with `-i`', null),
    ...(ms.has('lnav') ? [row(`log of ${DAY_LOG_MB} MB from a file`, 'ours', 'lnav', 'speed of `lnav -n` with a filter', 1)] : []),
  ];
}

async function memory(): Promise<Row[]> {
  const block = logBlock([QUOTA], 10_000);
  const rows: Row[] = [];
  for (const megabytes of [30, 3000]) {
    const { mb } = await feed(node, [bin, 'diagnose', '--json'], blocks(block, megabytes));
    if (mb > 0) rows.push({ what: `most memory for ${megabytes} MB from a pipe`, measured: mb, unit: 'MB', against: '', target: 120 });
  }
  return rows;
}

function packed(): Row {
  const { stdout } = spawnSync('npm', ['pack', '--dry-run', '--json', '--ignore-scripts'], {
    cwd: root,
    shell: process.platform === 'win32',
  });
  const [{ size }] = JSON.parse(stdout.toString()) as [{ size: number }];
  return { what: 'package to download', measured: size / 1000, unit: 'kB', against: '', target: 1000 };
}

function write(path: string, block: Uint8Array): void {
  const file = openSync(path, 'w');
  for (const each of blocks(block, DAY_LOG_MB)) writeSync(file, each);
  closeSync(file);
}

function report(rows: Row[]): void {
  const known = JSON.parse(readFileSync(baselineFile, 'utf8')) as Record<string, number>;
  const name = ({ what, against }: Row) => `${what.replace(/, [\d.]+ MB\/s$/, '')} ${against.replace(/ \d+ literals/, ' literals')}`.trim();
  const show = ({ measured, unit }: Row) => (unit === '×' ? `${measured.toFixed(2)} ×` : `${Math.round(measured)} ${unit}`);
  const isMissed = ({ measured, target, atLeast }: Row) => target !== null && (atLeast ? measured < target : measured > target);
  const isWorse = (row: Row) => {
    const before = known[name(row)];
    return before !== undefined && (row.atLeast ? row.measured < before / 1.2 : row.measured > before * 1.2);
  };
  const lines = rows.map(
    (row) =>
      `| ${row.what} | ${show(row)}${row.against ? ` ${row.against}` : ''} | ${row.target === null ? '' : `${row.atLeast ? '≥' : '≤'} ${row.target} ${row.unit}`}${isMissed(row) ? ' (missed)' : ''}${isWorse(row) ? ' (worse than before)' : ''} |`,
  );
  const day = new Date().toISOString().slice(0, 10);
  const [cpu] = cpus();
  process.stdout.write(
    `| What | Measured | Target |\n| --- | --- | --- |\n${lines.join('\n')}\n\nMedians of at least seven runs, turn by turn, ${day}: Node ${process.versions.node} on ${process.platform}, ${cpus().length} × ${cpu?.model.trim() ?? 'unknown'}.\n`,
  );
  if (process.argv.includes('--save')) {
    writeFileSync(
      baselineFile,
      `${JSON.stringify(Object.fromEntries(rows.map((row) => [name(row), Number(row.measured.toFixed(2))])), null, 2)}\n`,
    );
  } else if (rows.some((row) => isMissed(row) || isWorse(row))) process.exitCode = 1;
}
