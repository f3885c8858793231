#!/usr/bin/env node
// Hands the process to the program and sets the exit code; never exits by itself, so that no output is lost.
import { readFileSync } from 'node:fs';

if (process.argv.length === 3 && /^(?:--version|-V)$/.test(process.argv[2])) {
  // Asked often and by scripts: answered without loading the program.
  const { version } = JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8'));
  process.stdout.write(`${version}\n`);
} else {
  const { run } = await import('../dist/main.js');
  await run(process);
}
