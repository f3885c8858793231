/**
 * Prints as JSON what the samples of the error pages fill their fixes with: for each sample its page, the fix that it gets, the values.
 * The laboratory asks it, so that a snippet with placeholders is run as readers see it.
 */
import { join } from 'node:path';
import { Diagnoser, matcherOf } from '../../src/core/diagnose/diagnoser.ts';
import { explain } from '../../src/core/explain/explain.ts';
import { fillCode } from '../../src/core/explain/fix/fill.ts';
import { NO_SEARCH } from '../../src/core/explain/nearest.ts';
import { valuesOf } from '../../src/core/explain/values/values.ts';
import { Library } from '../../src/core/library/library.ts';
import { readContent } from '../../src/knowledge/read/files.ts';
import { assemble } from '../../src/knowledge/read/library.ts';

const { parsed, knowledge } = assemble(readContent(join(import.meta.dirname, '../../content')));
const library = new Library(knowledge);
const matcher = matcherOf(library);

interface Filled {
  page: string;
  fix: string;
  values: Record<string, string>;
}

/** The fix that a text gets, and its values; null where no page knows it, or none of its fixes fits. */
function fillingOf(text: string): Filled | null {
  const diagnoser = new Diagnoser(library, matcher);
  diagnoser.push(new TextEncoder().encode(text));
  const diagnosis = diagnoser.end();
  const first = explain(library, NO_SEARCH, diagnosis).diagnoses[0];
  if (!first?.fix) return null;
  const known = valuesOf(library, first.finding, diagnosis);
  const names = Object.keys(known).filter((name) => typeof known[name] !== 'object');
  const values = Object.fromEntries(names.map((name) => [name, fillCode(`{{${name}}}`, { known, blanks: {} })]));
  return { page: `errors/${first.entry.id}.md`, fix: first.fix.name, values };
}

const texts = parsed.flatMap(({ entry, samples }) => (entry.kind === 'error' ? samples : []));
process.stdout.write(JSON.stringify(texts.flatMap((text) => fillingOf(text) ?? [])));
