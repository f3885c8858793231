/** A text as a program would read it: escapes undone, what cannot be seen left out; and where each character stood. Only to look for secrets. */

export interface Reading {
  text: string;
  /** Where each character of it stands in the original, and the original's length; null when nothing was undone. */
  places: readonly number[] | null;
}

/** Without one of these a text is read as it stands. */
const UNDONE = /[%\\&\u02ff-\uffff]/;
/** Percent signs (of URLs in URLs too), the escapes of JSON, Python and Markdown, entities, our own pictures of controls, and marks. */
const ESCAPES =
  /%(?:25){0,4}(?<percent>[0-9a-f]{2})|\\{1,8}(?:u\{(?<picture>[0-9a-f]{1,6})\}|u(?<unicode>[0-9a-f]{4})|x(?<hex>[0-9a-f]{2})|(?<blank>[tnrfv])|(?=[_*~#[\]-]))|&(?:#(?<decimal>\d{1,6})|#x(?<entity>[0-9a-f]{1,5})|(?<named>quot|apos|amp|lt|gt|equals));|(?:[\u2400-\u2421\ufffd]|\u200d|\p{M}){1,99}/giu;
const NAMED: Record<string, string> = { quot: '"', apos: "'", amp: '&', lt: '<', gt: '>', equals: '=' };
/** What an escaped blank or control reads as: it ends a value. */
const BREAK = '\n';

/** Reads a text. */
export function readingOf(original: string): Reading {
  if (!UNDONE.test(original)) return { text: original, places: null };
  const places: number[] = [];
  let text = '';
  let at = 0;
  const keep = (until: number): void => {
    for (let index = at; index < until; index++) places.push(index);
    text += original.slice(at, until);
  };
  for (const found of original.matchAll(ESCAPES)) {
    keep(found.index);
    const meant = meaningOf(found.groups ?? {});
    if (meant !== '') places.push(found.index);
    text += meant;
    at = found.index + found[0].length;
  }
  keep(original.length);
  places.push(original.length);
  return { text, places };
}

/** Where a place of the reading stands in the original. */
export function placeOf({ places }: Reading, index: number): number {
  return places ? (places[index] as number) : index;
}

function meaningOf(groups: Record<string, string | undefined>): string {
  const { percent, picture, unicode, hex, blank, decimal, entity, named } = groups;
  if (blank) return BREAK;
  if (named) return NAMED[named.toLowerCase()] as string;
  // A picture stands for what cannot be seen.
  if (picture) return '';
  const digits = percent ?? unicode ?? hex ?? entity;
  const code = digits === undefined ? Number(decimal ?? Number.NaN) : Number.parseInt(digits, 16);
  if (code >= 0x20 && code < 0x7f) return String.fromCharCode(code);
  return code < 0x20 ? BREAK : '';
}
