/** `npm run check`: everything that is wrong with content/, at once. `-- --only a,b` limits the report to these ids. */
import { join } from 'node:path';
import { checkContent } from '../knowledge/check.ts';
import { readContent } from '../knowledge/files.ts';
import { formatProblem } from '../knowledge/problem.ts';

const folder = join(import.meta.dirname, '../../content');
const only = process.argv[2] === '--only' ? (process.argv[3] ?? '').split(',') : null;
const problems = checkContent(readContent(folder)).filter(({ path }) => !only || only.some((id) => new RegExp(`/${id}\\.`).test(path)));
for (const problem of problems) process.stderr.write(`${formatProblem(problem)}\n`);
if (problems.length > 0) {
  process.stderr.write(`\n${problems.length} problem${problems.length === 1 ? '' : 's'}\n`);
  process.exitCode = 1;
}
