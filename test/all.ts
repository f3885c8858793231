/** `npm test`: builds and lints side by side, then runs every test. Arguments are handed to vitest. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { NODE_FLAGS } from './node-flags.ts';

const root = join(import.meta.dirname, '..');

/** Runs Node with these arguments, in the root; rejects unless it ends well. */
function node(...args: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, args, { cwd: root, stdio: 'inherit' });
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`${args.join(' ')}: exit code ${code}`))));
  });
}

/** The same with a script of node_modules. */
function done(script: string, ...args: string[]): Promise<void> {
  return node(join('node_modules', script), ...args);
}

try {
  await Promise.all([
    // Unchecked, for a test proves the content; light, for nobody ships it.
    node(...NODE_FLAGS, '--import', 'tsx', 'src/build/build.ts', '--unchecked', '--light'),
    done('@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.').then(() => done('typescript/bin/tsc')),
  ]);
  await node(...NODE_FLAGS, 'node_modules/vitest/vitest.mjs', 'run', '--config', 'test/vitest.config.ts', ...process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
}
