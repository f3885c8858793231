/** Lines of words as numbers, one behind the other. */

/** No word has this number: it ends a line, and after the last line of a field it ends the field. */
export const END = 0;

/** Makes a row of fields of lines. */
export function rowOf(fields: readonly (readonly (readonly number[])[])[]): Uint16Array {
  return Uint16Array.from(fields.flatMap((lines) => [...lines.flatMap((line) => [...line, END]), END]));
}

/** The fields in a row: each with the end of each line, without its own. */
export function fieldsIn(row: Uint16Array): Uint16Array[] {
  const fields: Uint16Array[] = [];
  let from = 0;
  for (let place = 0; place < row.length; place++) {
    if (row[place] !== END || row[place + 1] !== END) continue;
    fields.push(row.subarray(from, place + 1));
    from = place + 2;
    place++;
  }
  return fields;
}

/** The lines of a field. */
export function linesIn(field: Uint16Array): number[][] {
  const lines: number[][] = [[]];
  for (const word of field) {
    if (word === END) lines.push([]);
    else lines.at(-1)?.push(word);
  }
  return lines.slice(0, -1);
}
