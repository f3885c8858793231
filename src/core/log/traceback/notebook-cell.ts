/** A cell of a notebook: Python gives it the name of a file that nobody has. */

const CELL =
  /(?:^|[\\/])ipykernel_\d{1,9}[\\/]\d{1,12}\.py$|(?:^<|[\\/])ipython-input-(?:(?<ran>\d{1,5})-)?\w{1,60}(?:>|\.py)$|^In ?\[(?<shown>\d{1,6})\]$/;

/** A line of a file as it is `called`, `app.py:12`, or of a cell, `cell In [4], line 12`; where its number is not known, 0, the file alone. */
export function lineOf(file: string, called: string, line: number): string {
  const cell = cellOf(file);
  if (line === 0) return cell ?? called;
  return cell === null ? `${called}:${line}` : `${cell}, line ${line}`;
}

/** What the cell is called that a frame stands in, `cell In [4]`; null for a file. */
export function cellOf(file: string): string | null {
  const found = CELL.exec(file);
  if (!found) return null;
  const number = found.groups?.ran ?? found.groups?.shown;
  return number === undefined ? 'a notebook cell' : `cell In [${number}]`;
}
