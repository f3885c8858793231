/** `npm run release X.Y.Z`: sets the version when everything holds; the tag that it names is what publishes. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const version = process.argv[2] ?? '';
const STEPS: [what: string, command: string][] = [
  ['content', 'npm run check'],
  // The tests hold the limits of the evaluation; eval itself shows every miss.
  ['build, lint, tests and evaluation', 'npm test && npm run eval'],
  ['other versions of Node', 'npm run test:nodes'],
  ['bench', 'npm run bench'],
];

const trouble = refusal() ?? STEPS.find(([what, command]) => !holds(what, command))?.[0];
if (trouble) {
  process.stderr.write(`Not released: ${trouble}\n`);
  process.exitCode = 1;
} else {
  holds('version', `npm version ${version} --no-git-tag-version --allow-same-version`);
  process.stdout.write(`Everything holds. Commit, then: git tag v${version} && git push origin v${version}\n`);
}

/** What is wrong before anything is run. */
function refusal(): string | null {
  if (!/^\d+\.\d+\.\d+$/.test(version)) return 'name a version: npm run release 1.2.3';
  if (!readFileSync(join(root, 'CHANGELOG.md'), 'utf8').includes(`## ${version}`)) return `CHANGELOG.md says nothing of ${version}`;
  const changed = spawnSync('git', ['status', '--porcelain'], { cwd: root }).stdout.toString();
  return changed === '' ? null : 'there are changes that are not committed';
}

function holds(what: string, command: string): boolean {
  process.stdout.write(`${what}: ${command}\n`);
  return spawnSync(command, { cwd: root, stdio: 'inherit', shell: true }).status === 0;
}
