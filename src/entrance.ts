/** What words without a command mean: files to diagnose, a folder, a command that was misspelt, or a question. */
import { COMMANDS } from './commands/index.ts';
import { distance } from './core/library/distance.ts';
import type { kindOfPath } from './io/named-path.ts';

export type Meaning =
  | { means: 'files' }
  | { means: 'folder'; name: string }
  | { means: 'misspelt'; word: string; command: string }
  | { means: 'question' };

/** A short command is misspelt by one letter, a longer one by two. */
const LONG_NAME = 6;

/** Reads the words; `kindOf` tells what stands on the disk, `isId` whether a word is the id of an entry. */
export function meaningOf(words: readonly string[], kindOf: typeof kindOfPath, isId: (word: string) => boolean): Meaning {
  const [first = '', ...rest] = words;
  const command = nearCommand(first);
  const isArgument = (word: string) => kindOf(word) !== 'nothing' || isId(word);
  if (command && (rest.length === 0 || rest.every(isArgument)) && kindOf(first) === 'nothing' && !isId(first))
    return { means: 'misspelt', word: first, command };
  const kinds = words.map((word) => (word === '-' ? 'file' : kindOf(word)));
  if (kinds.length === 1 && kinds[0] === 'folder') return { means: 'folder', name: first };
  return words.length > 0 &&
    kinds.some((kind) => kind === 'file') &&
    words.every((word, index) => kinds[index] === 'file' || looksLikeFile(word))
    ? { means: 'files' }
    : { means: 'question' };
}

/** A name with an ending that logs have: missing beside files that are there, it is reported as missing and not searched for. */
function looksLikeFile(word: string): boolean {
  return /\.(?:log|txt|out|err)$/.test(word);
}

function nearCommand(word: string): string | undefined {
  const names = COMMANDS.flatMap(({ name, aliases = [] }) => [name, ...aliases]);
  return names.find((name) => Math.abs(name.length - word.length) <= 2 && distance(name, word) <= (name.length < LONG_NAME ? 1 : 2));
}
