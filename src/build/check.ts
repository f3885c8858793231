/**
 * `npm run check`: everything that is wrong with content/, at once. `-- --only a,b` limits the report to these ids; `-- --deep`
 * searches every regular expression of content and source that is new for an attack (minutes) and remembers which are harmless: done
 * before a release, so that nobody who adds an entry has to touch that list. Without the list all of them are searched.
 */
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expressionsOf } from '../core/library/entry.ts';
import { checkContent } from '../knowledge/check.ts';
import { type Expression, fingerprint, isProven, PROVEN, searchAll } from '../knowledge/patterns/regex-safety.ts';
import { formatProblem } from '../knowledge/problem.ts';
import { askerExpressions } from '../knowledge/read/asker.ts';
import { failureExpressions } from '../knowledge/read/failures.ts';
import { readContent } from '../knowledge/read/files.ts';
import { assemble } from '../knowledge/read/library.ts';

const content = readContent(join(import.meta.dirname, '../../content'));
const [flag, ids = ''] = process.argv.slice(2);
const only = flag === '--only' ? ids.split(',') : null;
const trouble = flag === '--deep' ? await searchEverything() : [];
const problems = checkContent(content).filter(({ path }) => !only || only.some((id) => new RegExp(`/${id}\\.`).test(path)));
trouble.push(...problems.map(formatProblem));
for (const each of trouble) process.stderr.write(`${each}\n`);
if (trouble.length > 0) {
  process.stderr.write(`\n${trouble.length} problem${trouble.length === 1 ? '' : 's'}\n`);
  process.exitCode = 1;
} else process.stdout.write(`${content.files.length} pages checked: nothing is wrong\n`);

function contentExpressions(): Expression[] {
  const { knowledge } = assemble(content);
  const sources = knowledge.entries.flatMap((entry) => (entry.kind === 'error' ? expressionsOf(entry.signature) : []));
  return [
    ...new Set([
      ...sources,
      ...knowledge.places.map(({ source }) => source),
      ...askerExpressions(knowledge.asker),
      ...failureExpressions(knowledge.failures),
    ]),
  ].map((source) => ({ source, flags: 'i' }));
}

async function searchEverything(): Promise<string[]> {
  const { sourceExpressions } = await import('./expressions.ts');
  const all = [...contentExpressions(), ...(await sourceExpressions())];
  const known = all.filter(isProven);
  const { harmless, slow } = await searchAll(all.filter((each) => !isProven(each)));
  writeFileSync(PROVEN, `${[...new Set([...known.map(fingerprint), ...harmless])].sort().join('\n')}\n`);
  process.stdout.write(`${all.length} expressions, ${all.length - known.length} of them new, ${slow.length} can be made slow\n`);
  return slow.map(([{ source, flags }, reason]) => `/${source}/${flags}\n  ${reason} [slow]\n  → Use bounds, and begin with a literal.`);
}
