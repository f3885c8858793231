/** Secrets that a name announces: by how the name ends, in any case, joined by anything, quoted or not. */
import { type Joint, jointAt } from './joints.ts';
import type { Reading } from './reading.ts';
import { type Name, nameAt, strengthOf } from './strength.ts';
import { isHarmless, isNumber, isOpaque, isRandom, isWord, type Value, valueAt } from './values.ts';

/** Columns of a reading. */
export interface Span {
  start: number;
  end: number;
}

const ENDING = /token|secret|passw(?:or)?d|passphrase|passcode|pwd|pass|credential|key|jwt|bearer|signature|sign?|auth/gi;

/** Every value that its name says to be a secret. */
export function namedSecrets(reading: Reading): Span[] {
  const { text } = reading;
  const spans: Span[] = [];
  ENDING.lastIndex = 0;
  for (let found = ENDING.exec(text); found; found = ENDING.exec(text)) {
    const to = found.index + found[0].length;
    const joined = jointAt(text, found.index, to);
    const value = joined && valueAt(reading, joined.end);
    if (!value || isHarmless(value) || !isSecret(value, nameAt(text, found.index, to), joined.joint)) continue;
    spans.push({ start: value.start, end: value.end() });
    ENDING.lastIndex = value.end();
  }
  return spans;
}

const SHORTEST = 4;
const SHORTEST_PASSWORD = 6;
/** Behind a mere blank the next word follows, unless nobody would call it one. */
const RANDOM_BEHIND_BLANK = 0.25;

function isSecret({ text, isQuoted }: Value, name: Name, joint: Joint): boolean {
  const isPassword = /^(?:pass[wp]|pwd)/.test(name.ending);
  const strength = strengthOf(name, () => isRandom(text) && (isQuoted || name.start !== ''));
  if (strength === 'no' || text.length < SHORTEST || (name.ending === 'pwd' && isFolder(text))) return false;
  switch (joint) {
    case 'blank':
      return isRandom(text, RANDOM_BEHIND_BLANK) || (isPassword && isMixed(text));
    case 'words':
      return isOpaque(text) || (isPassword && isMixed(text));
    case 'comma':
      // A list of names is none of values: ["password", "username"].
      return !/^[A-Za-z_-]{1,40}$/.test(text) && (strength === 'sure' || isOpaque(text));
    default:
      if (strength === 'maybe') return isOpaque(text);
      return isPassword || (!isNumber(text) && (isQuoted || joint === 'sign' || !isWord(text)));
  }
}

/** PWD is the folder of a shell, and a password elsewhere. */
function isFolder(text: string): boolean {
  return /^(?:[/~]|[A-Za-z]:\\)/.test(text);
}

function isMixed(text: string): boolean {
  return text.length >= SHORTEST_PASSWORD && /\d/.test(text) && /[A-Za-z]/.test(text);
}
