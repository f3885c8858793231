/** Text into an exact number of columns: cut between characters, padded, wide characters and colours counted right. */
import { columnsOf, sliceColumns } from '../../core/text/columns.ts';
import { wrapped } from '../../core/text/wrap.ts';

/** At most `width` columns; what is left out shows as an ellipsis. */
export function cut(text: string, width: number): string {
  if (width <= 0) return '';
  if (columnsOf(text) <= width) return text;
  return `${sliceColumns(text, 0, width - 1)}…`;
}

/** Exactly `width` columns. */
export function toWidth(text: string, width: number): string {
  const short = cut(text, width);
  return short + ' '.repeat(Math.max(0, width - columnsOf(short)));
}

/** `left` and `right` on one line of exactly `width`; the right one goes first when there is no room for both. */
export function spread(left: string, right: string, width: number): string {
  const room = width - columnsOf(right) - 1;
  if (right === '' || room < 12) return toWidth(left, width);
  return `${toWidth(left, room)} ${right}`;
}

export { columnsOf as stringWidth, sliceColumns as slice, wrapped as wrapText };
