/** Text into an exact number of columns: cut by graphemes, padded by width, wide characters and colours counted right. */
import sliceAnsi from 'slice-ansi';
import stringWidth from 'string-width';
import wrapAnsi from 'wrap-ansi';

/** At most `width` columns; what is left out shows as an ellipsis. */
export function cut(text: string, width: number): string {
  if (width <= 0) return '';
  if (stringWidth(text) <= width) return text;
  return `${sliceAnsi(text, 0, width - 1)}…`;
}

/** Exactly `width` columns. */
export function fit(text: string, width: number): string {
  const short = cut(text, width);
  return short + ' '.repeat(Math.max(0, width - stringWidth(short)));
}

/** `left` and `right` on one line of exactly `width`; the right one goes first when there is no room for both. */
export function spread(left: string, right: string, width: number): string {
  const room = width - stringWidth(right) - 1;
  if (right === '' || room < 12) return fit(left, width);
  return `${fit(left, room)} ${right}`;
}

/** The lines of a text, broken between words. */
export function wrapText(text: string, width: number): string[] {
  return wrapAnsi(text, Math.max(1, width), { hard: true, trim: true }).split('\n');
}

export { sliceAnsi, stringWidth };
