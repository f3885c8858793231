/** Expected trouble, said on standard error in one line. */

import type { Trouble } from '../core/result.ts';
import { neutraliseAndMask } from '../core/text/neutralise-and-mask.ts';
import type { Streams } from './streams.ts';

/** Says what is wrong and what to do. */
export function complain(trouble: Trouble, { stderr }: Pick<Streams, 'stderr'>): void {
  const { what, help } = showable(trouble);
  stderr.write(`zerogpu-advisor: ${what} ${help}\n`);
}

/** What was typed is quoted in it, and may have been pasted: it goes the same way as a log. */
export function showable({ what, help }: Trouble): Trouble {
  return { what: neutraliseAndMask(what), help: neutraliseAndMask(help) };
}
