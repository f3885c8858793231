/** `npm run test:nodes [20 22 24 26]`: the end-to-end tests of the built package on other versions of Node. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const versions = process.argv.length > 2 ? process.argv.slice(2) : ['20', '22', '24', '26'];
const folder = mkdtempSync(join(tmpdir(), 'advisor-nodes-'));
let failed = 0;
try {
  for (const version of versions) {
    const node = nodeOf(version);
    const report = join(folder, `${version}.json`);
    // The tests run on this Node and start the program with that one.
    const args = [
      'vitest',
      'run',
      '--config',
      'test/vitest.config.ts',
      '--reporter=json',
      `--outputFile=${report}`,
      'test/cli',
      'test/e2e',
    ];
    const { status } = spawnSync('npx', args, {
      cwd: root,
      env: { ...process.env, ADVISOR_NODE: node },
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    if (status !== 0) failed++;
    process.stdout.write(`${spawnSync(node, ['--version']).stdout.toString().trim().padEnd(10)} ${summary(report)}\n`);
  }
} finally {
  rmSync(folder, { recursive: true, force: true });
}
process.exitCode = failed > 0 ? 1 : 0;

/** Path of a binary of this version; the packages of npm carry them for Linux. */
function nodeOf(version: string): string {
  if (process.versions.node.split('.')[0] === version) return process.execPath;
  const prefix = join(folder, version);
  const name = `node-linux-${process.arch}`;
  const { status } = spawnSync('npm', ['install', '--silent', '--no-save', '--prefix', prefix, `${name}@${version}`], { stdio: 'inherit' });
  if (status !== 0) throw new Error(`${name}@${version} could not be installed`);
  return join(prefix, 'node_modules', name, 'bin/node');
}

function summary(report: string): string {
  const { numPassedTests, numFailedTests, testResults } = JSON.parse(readFileSync(report, 'utf8')) as {
    numPassedTests: number;
    numFailedTests: number;
    testResults: { assertionResults: { status: string; fullName: string }[] }[];
  };
  const failures = testResults.flatMap(({ assertionResults }) => assertionResults.filter(({ status }) => status === 'failed'));
  return [`${numPassedTests} passed, ${numFailedTests} failed`, ...failures.map(({ fullName }) => `  ${fullName}`)].join('\n');
}
