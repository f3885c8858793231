/** Text into an exact number of columns: cut by graphemes, padded by width, wide characters and colours counted right. */
import sliceAnsi from 'slice-ansi';
import stringWidth from 'string-width';
import wrapAnsi from 'wrap-ansi';

/** At most `width` columns; what is left out shows as an ellipsis. */
export function cut(text: string, width: number): string {
  if (width <= 0) return '';
  if (stringWidth(text) <= width) return text;
  return `${slice(text, 0, width - 1)}…`;
}

/** The columns from `start` to `end`, never more: a wide character that does not fit whole is left out. */
export function slice(text: string, start: number, end: number): string {
  for (let last = end; last > start; last--) {
    const part = sliceAnsi(text, start, last);
    if (stringWidth(part) <= end - start) return part;
  }
  return '';
}

/** Exactly `width` columns. */
export function toWidth(text: string, width: number): string {
  const short = cut(text, width);
  return short + ' '.repeat(Math.max(0, width - stringWidth(short)));
}

/** `left` and `right` on one line of exactly `width`; the right one goes first when there is no room for both. */
export function spread(left: string, right: string, width: number): string {
  const room = width - stringWidth(right) - 1;
  if (right === '' || room < 12) return toWidth(left, width);
  return `${toWidth(left, room)} ${right}`;
}

/** The lines of a text, broken between words. */
export function wrapText(text: string, width: number): string[] {
  return wrapAnsi(text, Math.max(1, width), { hard: true, trim: true }).split('\n');
}

export { sliceAnsi, stringWidth };
