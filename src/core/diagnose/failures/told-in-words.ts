/** What somebody only tells of in a short text, where no line of a program reports it. */
import type { Where } from '../../library/place.ts';
import type { Past, RecentTexts } from '../../log/recent-texts.ts';
import { isComplaint, isHad, isOnlyStated, namesException } from '../../log/speech/complaint.ts';
import { isOwnWords, withoutCode } from '../../log/speech/prose.ts';

/** In so few lines nobody explains what others may meet. */
const SAID_SHORTLY = 3;
/** And in so few, with what they show, nobody writes documentation. */
const SHOWN_SHORTLY = 6;

/**
 * The line in which somebody says what fails; null where nobody has it. `text` is all that was read, no documentation, `where` the place
 * that it tells; `isHarmless` knows lines that only look like it.
 */
export function toldInWords(read: RecentTexts, text: string, where: Where | 'unknown', isHarmless: (line: string) => boolean): Past | null {
  const own = withoutCode(text);
  const isShort = linesOf(own) <= SAID_SHORTLY;
  const isSaid = isHad(text) || (isShort && (where !== 'unknown' || namesException(text)));
  if (!isSaid || read.isSource()) return null;
  const find = (isIt: (line: string) => boolean) =>
    read.find(({ said }) => isIt(said.shown) && !said.isMentionAlone(false) && !isHarmless(said.text));
  const isOnlyThat = isShort && linesOf(text) <= SHOWN_SHORTLY && isOnlyStated(own);
  return find(isComplaint) ?? (isOnlyThat ? find(isOwnWords) : null);
}

function linesOf(text: string): number {
  return text.split('\n').filter((line) => line.trim() !== '').length;
}
