/** The fix that belongs to a text and to whoever asks: filled in, with a word on what he says, and on who can do it. */
import type { Finding } from '../diagnose/diagnosis.ts';
import type { Environment } from '../environment/environment.ts';
import type { ErrorEntry, Fix } from '../library/entry.ts';
import type { Library } from '../library/library.ts';
import type { Inline } from '../markup/blocks.ts';
import { chooseFix } from './choose-fix.ts';
import type { Filling } from './fill.ts';
import { filled } from './filled.ts';
import { hindranceNote, hindranceOf, isForOwner, saysSomething } from './hindrance.ts';

export interface FixForAsker {
  first: Fix | null;
  others: Fix[];
  /** What the asker says that decided it. */
  note: Inline[] | null;
}

/** The first fix and the others, all filled in. */
export function fixForAsker(
  library: Pick<Library, 'asker'>,
  entry: ErrorEntry,
  finding: Pick<Finding, 'pattern'>,
  filling: Filling,
  environment: Environment,
): FixForAsker {
  const hindrance = (fix: Fix) => hindranceOf(filled(fix, filling), entry, environment);
  const isHindered = saysSomething(environment.asker) ? (fix: Fix) => hindrance(fix) !== null : undefined;
  const { first, others, instead } = chooseFix(entry, finding, filling.known, isHindered);
  const reason = instead && hindrance(instead);
  const toldFor = (fix: Fix): Fix => {
    const told = filled(fix, filling);
    return isForOwner(fix, entry, environment.asker, environment.where) ? { ...told, who: 'owner' } : told;
  };
  return {
    first: first && toldFor(first),
    others: others.map(toldFor),
    note: reason && hindranceNote(reason, instead === first, library.asker),
  };
}
