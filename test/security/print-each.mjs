/** Prints the diagnosis of each log, one after the other, with the built program at $BIN: started once, it prints dozens in the time of a few. */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

const { main } = await import(pathToFileURL(join(process.env.BIN, '../../dist/main.cjs')).href);
const { stdin, stdout, stderr, env } = process;
for (const log of process.argv.slice(2)) {
  const code = await main(['diagnose', log], { stdin, stdout, stderr, env });
  if (code !== 0) stdout.write('went-wrong\n');
}
