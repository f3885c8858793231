/** The fix that belongs to a text and to whoever asks: filled in, with a word on what he says, and on who can do it. */
import type { Finding } from '../diagnose/diagnosis.ts';
import type { Environment } from '../environment/environment.ts';
import type { ErrorEntry, Fix } from '../library/entry.ts';
import type { Library } from '../library/library.ts';
import type { Inline } from '../markup/blocks.ts';
import { type Against, chooseFix } from './choose-fix.ts';
import type { Filling } from './fill.ts';
import { filled } from './filled.ts';
import { hindranceOf, hintOf, isForOwner, saysSomething } from './hindrance.ts';

/** A visitor cannot change the Space. */
const OF_OWNER: Inline[] = ['The Space is not yours: only its owner can do this. Tell them in its Community tab, or duplicate it.'];

export interface FixForAsker {
  first: Fix | null;
  others: Fix[];
  /** What the asker says that decided it, or that speaks against it. */
  hint: Inline[] | null;
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
  const against = (fix: Fix): Against => {
    const by = hindrance(fix)?.by;
    return by === 'did' || by === 'visitor' ? 'done' : by ? 'unfit' : false;
  };
  const isHindered = saysSomething(environment.asker) ? against : undefined;
  const { first, others, instead } = chooseFix(entry, finding, filling.known, isHindered);
  const reason = instead && hindrance(instead);
  const isOwners = first !== null && isForOwner(first, entry, environment.asker, environment.where);
  const told = (fix: Fix): Fix => filled(fix, filling);
  return {
    first: first && told(first),
    others: others.map(told),
    hint: isOwners ? OF_OWNER : reason && hintOf(reason, instead === first ? null : first, library.asker),
  };
}
