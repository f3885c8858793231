/** Prints the diagnosis of each log, one after the other, with the built program at $BIN: started once, it prints dozens in the time of a few. */
import { createRequire } from 'node:module';
import { join } from 'node:path';

const { main } = createRequire(import.meta.url)(join(process.env.BIN, '../../dist/main.cjs'));
const { stdin, stdout, stderr, env } = process;
for (const log of process.argv.slice(2)) {
  const code = await main(['diagnose', log], { stdin, stdout, stderr, env });
  if (code !== 0) stdout.write('went-wrong\n');
}
