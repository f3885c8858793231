/** What somebody typed, as a message may quote it. */
import { clip, neutralise, type SafeText } from './neutralise.ts';
import { mask } from './secrets.ts';

/** At most `width` characters of it. Masked before it is cut: half a secret is not known for one. */
export function quoted(typed: string, width: number): SafeText {
  return clip(mask(neutralise(typed)), width);
}
