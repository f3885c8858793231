/** Plans as they are asked for on the command line: "--duration 60 --tier free". */
import { planOf } from '../../../src/commands/plan.ts';
import type { Plan } from '../../../src/core/plan/shape.ts';
import { library } from '../../library.ts';

/** The plan of these flags, which must be understood. */
export function plannedWith(flags: Record<string, string>): Plan {
  const result = planOf(flags, library);
  if (result.type === 'problem') throw new Error(`${result.what} ${result.help}`);
  return result.plan;
}

/** The plan of flags as they are typed. */
export function planned(line: string): Plan {
  const words = line.split(' ').filter(Boolean);
  return plannedWith(Object.fromEntries(words.flatMap((word, at) => (at % 2 === 0 ? [[word.slice(2), words[at + 1] as string]] : []))));
}

/** A sentence without its sources, which change with the content: " (hub-zerogpu, 2026-05-13)". */
export function withoutSources(sentence: string): string {
  return sentence.replaceAll(/(?: \(|; )[\w-]+, \d{4}-\d\d-\d\d(?:, reported)?(?=\))(\))/g, (found) => (found.startsWith(';') ? ')' : ''));
}
