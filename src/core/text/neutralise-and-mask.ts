/** Foreign text that may be shown: what every message, report and screen does with it. */
import { clip, neutralise, type SafeText } from './neutralise.ts';
import { mask } from './secrets.ts';

/** One line, at most `width` characters of it. Masked before it is cut: half a secret is not known for one. */
export function neutraliseAndMask(raw: string, width = Number.POSITIVE_INFINITY): SafeText {
  return clip(mask(neutralise(raw)), width);
}
