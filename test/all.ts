/** `npm test`: builds and lints side by side, then runs every test. Arguments are handed to vitest. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';

const root = join(import.meta.dirname, '..');

/** Runs a script of node_modules with Node itself, in the root; rejects unless it ends well. */
function done(script: string, ...args: string[]): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(root, 'node_modules', script), ...args], { cwd: root, stdio: 'inherit' });
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`${script} ${args.join(' ')}: exit code ${code}`))));
  });
}

try {
  await Promise.all([
    // Unchecked, for a test proves the content; light, for nobody ships it.
    done('tsx/dist/cli.mjs', 'src/build/build.ts', '--unchecked', '--light'),
    done('@biomejs/biome/bin/biome', 'check', '--error-on-warnings', '.').then(() => done('typescript/bin/tsc')),
  ]);
  await done('vitest/vitest.mjs', 'run', '--config', 'test/vitest.config.ts', ...process.argv.slice(2));
} catch (error) {
  process.stderr.write(`${(error as Error).message}\n`);
  process.exitCode = 1;
}
