/** Runs the built program within one process for each list of arguments: what it says, and its exit code in a line behind it. */
import { createRequire } from 'node:module';
import { join } from 'node:path';

const [bin, runs] = process.argv.slice(2);
const { main } = createRequire(import.meta.url)(join(bin, '../../dist/main.cjs'));
const { stdin, stdout, env } = process;
for (const args of JSON.parse(runs)) {
  const code = await main(args, { stdin, stdout, stderr: stdout, env });
  stdout.write(`\ncode ${code} of ${args.join(' ')}\n`);
}
