/** Bars of plain characters on one scale, the number beside each: nothing depends on colour or on a font. */

export interface Bar {
  label: string;
  value: number;
  /** The value with its unit, as it is printed. */
  text: string;
}

const FULL = '#';
const EMPTY = '.';
const NARROWEST = 4;

/** One line for each bar, none wider than `width` as long as labels and numbers leave room. The longest value fills its bar. */
export function barLines(bars: readonly Bar[], width: number): string[] {
  const label = Math.max(0, ...bars.map((bar) => bar.label.length));
  const text = Math.max(0, ...bars.map((bar) => bar.text.length));
  const room = Math.max(NARROWEST, width - label - text - 4);
  const most = Math.max(0, ...bars.map((bar) => bar.value));
  return bars.map((bar) => {
    const cells = filled(bar.value, most, room);
    return `${bar.label.padEnd(label)} ${bar.text.padStart(text)} [${FULL.repeat(cells)}${EMPTY.repeat(room - cells)}]`;
  });
}

/** What is there shows at least one cell, and only the longest fills them all. */
function filled(value: number, most: number, room: number): number {
  if (value <= 0) return 0;
  if (value === most) return room;
  return Math.min(room - 1, Math.max(1, Math.round((value / most) * room)));
}
