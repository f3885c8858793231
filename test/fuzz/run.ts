/** `npm run fuzz -- --runs N --seed S`: the properties for as long as one likes. Prints the seed, so that a failure comes again. */
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { PROPERTIES } from './properties.ts';

const { values } = parseArgs({ options: { runs: { type: 'string', default: '200000' }, seed: { type: 'string' } } });
const runs = Number(values.runs);
const seed = values.seed === undefined ? Date.now() % 2 ** 31 : Number(values.seed);
process.stdout.write(`${runs} runs, seed ${seed}\n`);

let total = 0;
for (const { name, share, property } of PROPERTIES) {
  const numRuns = Math.ceil((runs * share) / 1000);
  const start = performance.now();
  const result = await fc.check(property as fc.IProperty<unknown>, { numRuns, seed });
  total += result.numRuns;
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  process.stdout.write(
    `${result.failed ? 'FAILED' : 'held'}  ${String(result.numRuns).padStart(7)} runs, ${seconds.padStart(6)} s: ${name}\n`,
  );
  if (result.failed) {
    process.stdout.write(`${fc.defaultReportMessage(result)}\n`);
    process.exitCode = 1;
  }
}
process.stdout.write(`${total} random inputs, seed ${seed}: ${process.exitCode ? 'something failed' : 'all held'}\n`);
