/** What somebody only tells of in a short text, where no line of a program reports it. */
import type { Where } from '../library/place.ts';
import { isComplaint, isHad, namesException } from '../log/complaint.ts';
import type { Past, RecentTexts } from '../log/recent-texts.ts';

/** In so few lines nobody explains what others may meet. */
const SAID_SHORTLY = 3;

/**
 * The line in which somebody says what fails; null where nobody has it. `text` is all that was read, no documentation, `where` the place
 * that it tells; `isHarmless` knows lines that only look like it.
 */
export function toldInWords(read: RecentTexts, text: string, where: Where | 'unknown', isHarmless: (line: string) => boolean): Past | null {
  const isShort = text.split('\n').length <= SAID_SHORTLY;
  const isSaid = isHad(text) || (isShort && (where !== 'unknown' || namesException(text)));
  if (!isSaid || read.isSource()) return null;
  return read.find(({ said }) => isComplaint(said.shown) && !said.isMention(false) && !isHarmless(said.text));
}
