/** Any character but half a pair, as `unit: 'binary'` of fast-check draws it, which lists the million of them first: a second and 80 MB. */
import fc from 'fast-check';

const FIRST_HALF = 0xd800;
const HALVES = 0x800;
const LAST = 0x10ffff;

export const anyCharacter = fc.integer({ min: 0, max: LAST - HALVES }).map(
  (place) => String.fromCodePoint(place < FIRST_HALF ? place : place + HALVES),
  (character) => placeOf(String(character)),
);

/** The other way round, for what fast-check makes smaller; throws where it is not one character. */
function placeOf(character: string): number {
  const point = character.codePointAt(0) ?? -1;
  const isHalf = point >= FIRST_HALF && point < FIRST_HALF + HALVES;
  if (point < 0 || isHalf || character !== String.fromCodePoint(point)) throw new Error('not one character');
  return point < FIRST_HALF ? point : point - HALVES;
}
