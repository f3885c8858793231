/** Environment markers of requirements: does `; sys_platform == "win32"` apply on a Space? */
import { compareVersions } from '../../core/library/version-range.ts';

const WORD = /^\s{0,20}(?:(and|or|not\s{1,20}in|in)\b|(===?|~=|!=|<=|>=|<|>)|([()])|"([^"]{0,200})"|'([^']{0,200})'|([a-z_.]{1,60}))/;
/** A marker is a few words. */
const MOST_WORDS = 60;

type Word = { is: 'word' | 'mark' | 'text' | 'name'; text: string };

/** True, false, or null for a condition that is not understood. `python` is the Space's version, such as 3.10. */
export function markerApplies(marker: string, python: string | null): boolean | null {
  if (!marker) return true;
  const words = wordsOf(marker);
  if (!words) return null;
  const reader = { words, at: 0 };
  const applies = either(reader, python);
  return reader.at === words.length ? applies : null;
}

interface Reader {
  words: Word[];
  at: number;
}

function wordsOf(marker: string): Word[] | null {
  const words: Word[] = [];
  let rest = marker;
  while (rest.trim()) {
    const found = WORD.exec(rest);
    if (!found || words.length >= MOST_WORDS) return null;
    const [whole, word, operator, mark, double, single, name] = found;
    if (word !== undefined) words.push({ is: 'word', text: word.replace(/\s{1,20}/, ' ') });
    else if (operator !== undefined) words.push({ is: 'word', text: operator });
    else if (mark !== undefined) words.push({ is: 'mark', text: mark });
    else words.push(name === undefined ? { is: 'text', text: double ?? single ?? '' } : { is: 'name', text: name });
    rest = rest.slice(whole.length);
  }
  return words;
}

function either(reader: Reader, python: string | null): boolean | null {
  let applies = both(reader, python);
  while (take(reader, 'or')) {
    const other = both(reader, python);
    applies = applies === true || other === true ? true : applies === null || other === null ? null : false;
  }
  return applies;
}

function both(reader: Reader, python: string | null): boolean | null {
  let applies = one(reader, python);
  while (take(reader, 'and')) {
    const other = one(reader, python);
    applies = applies === false || other === false ? false : applies === null || other === null ? null : true;
  }
  return applies;
}

function one(reader: Reader, python: string | null): boolean | null {
  if (take(reader, '(')) {
    const applies = either(reader, python);
    return take(reader, ')') ? applies : null;
  }
  const [left, operator, right] = reader.words.slice(reader.at, reader.at + 3);
  reader.at += 3;
  if (!left || !right || operator?.is !== 'word') return null;
  return compared(
    meaningOf(left, python),
    operator.text,
    meaningOf(right, python),
    [left.text, right.text].some((text) => text.startsWith('python')),
  );
}

function take(reader: Reader, text: string): boolean {
  const word = reader.words[reader.at];
  const isIt = word?.text === text && word.is !== 'text' && word.is !== 'name';
  if (isIt) reader.at++;
  return isIt;
}

/** What a Space is. */
const SPACE: ReadonlyMap<string, string> = new Map([
  ['sys_platform', 'linux'],
  ['platform_system', 'Linux'],
  ['platform_machine', 'x86_64'],
  ['os_name', 'posix'],
  ['implementation_name', 'cpython'],
  ['platform_python_implementation', 'CPython'],
]);

function meaningOf({ is, text }: Word, python: string | null): string | null {
  if (is === 'text') return text;
  return text === 'python_version' || text === 'python_full_version' ? python : (SPACE.get(text) ?? null);
}

function compared(left: string | null, operator: string, right: string | null, isVersion: boolean): boolean | null {
  if (left === null || right === null) return null;
  if (operator === 'in') return right.includes(left);
  if (operator === 'not in') return !right.includes(left);
  const order = isVersion ? compareVersions(left, right) : left < right ? -1 : left > right ? 1 : 0;
  return ORDERS[operator]?.(order) ?? null;
}

const ORDERS: Record<string, (order: number) => boolean> = {
  '==': (order) => order === 0,
  '!=': (order) => order !== 0,
  '<': (order) => order < 0,
  '<=': (order) => order <= 0,
  '>': (order) => order > 0,
  '>=': (order) => order >= 0,
};
