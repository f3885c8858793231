/** Text into an exact number of columns: cut between characters, padded, wide characters and colours counted right. */
import { columnsOf, sliceColumns } from '../../core/text/columns.ts';
import { wrapAnywhere, wrapped } from '../../core/text/wrap.ts';

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

/** The lines of a text, none wider than `width`: what has no blank to break at, an address too, is broken anywhere. */
export function wrapText(text: string, width: number): string[] {
  const room = Math.max(1, width);
  return wrapped(text, room).flatMap((line) =>
    columnsOf(line) <= room ? [line] : wrapAnywhere(line, room).map(({ start, end }) => line.slice(start, end)),
  );
}

export { columnsOf as stringWidth, sliceColumns as slice };
