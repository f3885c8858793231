#!/usr/bin/env node
// Hands the process to the program, which sets the exit code and never exits by itself, so that no output is lost.
if (process.argv.length === 3 && /^(?:--version|-V)$/.test(process.argv[2])) {
  // Asked often and by scripts: answered without loading the program.
  process.stdout.write(`${require('../package.json').version}\n`);
} else {
  require('../dist/main.cjs').run(process);
}
