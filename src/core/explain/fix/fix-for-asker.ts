/** The fix that belongs to a text and to whoever asks: filled in, with a word on what he says; what only the owner can do gives way to what a visitor can. */
import type { Asker } from '../../environment/asker.ts';
import type { ErrorEntry, Fix } from '../../library/entry.ts';
import type { Library } from '../../library/library.ts';
import type { Inline } from '../../markup/blocks.ts';
import { type Against, chooseFix } from './choose-fix.ts';
import type { Filling } from './fill.ts';
import { filled } from './filled.ts';
import { hindranceOf, hintOf, saysSomething } from './hindrance.ts';
import { fixForVisitor } from './visiting.ts';

export interface FixForAsker {
  first: Fix | null;
  others: Fix[];
  /** What the asker says that decided it, or that speaks against it. */
  hint: Inline[] | null;
}

/** Who asks: what he says of himself, and whether he cannot change the Space. */
export interface Asking {
  asker: Asker;
  visits: boolean;
}

/** The first fix and the others, all filled in; `named` are the names of those that belong to the text. */
export function fixForAsker(
  library: Pick<Library, 'asker'>,
  entry: ErrorEntry,
  named: readonly string[],
  filling: Filling,
  { asker, visits }: Asking,
): FixForAsker {
  const hindrance = (fix: Fix) => hindranceOf(filled(fix, filling), entry, asker, visits);
  const against = (fix: Fix): Against => {
    const by = hindrance(fix)?.by;
    if (!by) return null;
    return by === 'did' || by === 'visitor' ? 'try-next' : 'unfit';
  };
  const againstFix = visits || saysSomething(asker) ? against : undefined;
  const who = visits ? 'visitor' : (asker.who ?? undefined);
  const known = { ...filling.known, who };
  const { first, others, instead } = chooseFix(entry, named, known, againstFix);
  const told = (fix: Fix): Fix => filled(fix, filling);
  const reason = instead && hindrance(instead);
  if (first && instead === first && reason?.by === 'visitor') {
    return { first: fixForVisitor(entry, first, library.asker.visitor, filling), others: [first, ...others].map(told), hint: null };
  }
  return {
    first: first && told(first),
    others: others.map(told),
    hint: reason && hintOf(reason, instead === first ? null : first, library.asker),
  };
}
