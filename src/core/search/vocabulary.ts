/** Where the search looks, and which words of the field mean the same. */
import type { Entry } from '../library/entry.ts';
import { textOf } from '../library/entry-text.ts';
import { plainWords } from '../markup/read.ts';

export interface Field {
  weight: number;
  of: (entry: Entry) => string;
}

/** Title and questions weigh more than text: they say what an entry is about. */
export const FIELDS: Field[] = [
  { weight: 4, of: (entry) => `${entry.title} ${entry.id.replaceAll('-', ' ')} ${entry.aka.join(' ')}` },
  { weight: 3.2, of: (entry) => entry.asks.join('\n') },
  { weight: 1.2, of: (entry) => entry.summary },
  { weight: 0.8, of: wholeText },
];

/** Typos are corrected towards the words of these: a body holds too many that nobody searches for. */
export const CORRECTED = FIELDS.slice(0, 3);

/** Words of the field that stand for each other. */
export const SYNONYMS: string[][] = [
  ['oom', 'memory'],
  ['vram', 'memory'],
  ['ram', 'memory'],
  ['half', 'large'],
  ['full', 'xlarge'],
  ['whole', 'xlarge'],
  ['second', 'duration'],
  ['minute', 'quota'],
  ['limit', 'quota'],
  ['buy', 'credit'],
  ['pay', 'credit'],
  ['hang', 'stuck'],
  ['freeze', 'hang'],
  ['crash', 'abort'],
  ['kill', 'abort'],
  ['slow', 'cold'],
  ['wheel', 'prebuilt'],
  ['precompiled', 'prebuilt'],
  ['env', 'environment'],
  ['envvar', 'variable'],
  ['yaml', 'frontmatter'],
  ['header', 'frontmatter'],
  ['parallel', 'concurrent'],
  ['simultaneous', 'concurrent'],
  ['multiprocess', 'process'],
  ['global', 'globals'],
  ['finetune', 'train'],
  ['finetuning', 'train'],
  ['priority', 'queue'],
  ['line', 'queue'],
  ['busy', 'queue'],
  ['card', 'gpu'],
  ['gpus', 'gpu'],
  ['requirement', 'dependency'],
  ['package', 'dependency'],
  ['aot', 'aoti'],
  ['ahead', 'aoti'],
  ['zero', 'zerogpu'],
  ['lend', 'grant'],
  ['gen', 'generation'],
  ['min', 'minute'],
  ['mac', 'local'],
  ['laptop', 'local'],
  ['persistent', 'dedicated'],
  ['resolution', 'conflict'],
];

/** The whole text of an entry, as plain words. */
export function wholeText(entry: Entry): string {
  return plainWords(textOf(entry));
}
