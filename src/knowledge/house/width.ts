/** Lines of code fit a terminal of 80 columns: 76, and a frame with a blank on either side. */
import type { HouseRule } from './house.ts';

const WIDEST = 76;
/** An address or a wheel's name cannot be broken; a shorter one fits a line of its own. */
const UNBREAKABLE = /\S{50}/;
const ADDRESS = /:\/\/|\.whl/;

/** Complains about the first line that is too wide and could be broken. */
export const wideLine: HouseRule = ({ lines }) => {
  const wide = lines.find(
    (line) => [...line].length > WIDEST && !line.split(/\s/).some((word) => UNBREAKABLE.test(word) && ADDRESS.test(word)),
  );
  if (wide === undefined) return null;
  return {
    check: 'wide',
    reason: `A code line has ${[...wide].length} columns: ${wide.trim().slice(0, 60)}`,
    help: `Break it within ${WIDEST} columns; put a remark on the line above.`,
  };
};
