/** Lines as long as they are ever matched, made to keep an expression busy: its own words again and again, and almost its end. */
import type { ErrorEntry } from '../../src/core/library/entry.ts';
import { LONGEST_LINE } from '../../src/core/log/lines.ts';

/** Repeats to the full length, with what no expression ends in at the end. */
function filled(unit: string): string {
  return `${unit.repeat(Math.ceil(LONGEST_LINE / unit.length)).slice(0, LONGEST_LINE - 1)}\u00a7`;
}

const FILLERS = ['a', ' ', '0', '/', '.', '"', "'", '(', '-', 'A1 ', 'x.', '://', '='];
/** What stands behind a literal. */
const HEADLESS = FILLERS.map(filled);

/** What keeps this signature busy. */
export function hostileLines({ signature: { patterns } }: ErrorEntry): string[] {
  const literals = [...new Set(patterns.flatMap((pattern) => pattern.literals))];
  const units = [...patterns.flatMap(({ source }) => nearMisses(source)), ...literals, ...literals.map((literal) => literal.slice(0, -1))];
  const filledUnits = [...new Set(units)].filter((unit) => unit.length > 0).map(filled);
  return [...filledUnits, ...literals.flatMap((literal) => HEADLESS.map((line) => literal + line.slice(literal.length)))];
}

/** A pattern's own words in order, without what varies: a near miss at every place. */
function nearMisses(source: string): string[] {
  const words = source.replace(/\(\?<\w{1,40}>|\\[bBsSdDwW]|\{\d{0,6},?\d{0,6}\}|[\\()[\]|?*+^$]/g, ' ').replace(/ {2,99}/g, ' ');
  return [words, words.slice(0, Math.max(1, words.length - 3))];
}

/** What keeps the expressions of the program busy. */
export function hostileTexts(): string[] {
  const units = [
    ...FILLERS,
    'Bearer ',
    'bearer a',
    'hf_',
    'hf_a.',
    'eyJ',
    'eyJaaaaaaaa.',
    'token=',
    'token="',
    'TOKEN_',
    'A_TOKEN=',
    'SECRET: ',
    '://a:',
    '://aaaaaaaaaaaaaaaaaaaaa',
    'a:b@',
    'cookie: a=',
    'set-cookie',
    'authorization:',
    '--token ',
    '--a-',
    'sk-',
    'sk-a',
    'AKIA',
    'aws_secret_access_key=',
    'x-amz-signature=',
    '-----BEGIN PRIVATE KEY-----',
    '-----BEGIN ',
    'xoxb-',
    '\u001b]',
    '\u001b[',
    '\u009d',
    '\u001bP;',
    '\u0301',
    '\u{1f469}\u200d',
    '\ufe0f',
    'if you see ',
    'you may ',
    '"a" in ',
    '["a"',
    '| a ',
    'a = "',
    'print(',
    'is raised ',
    'File "',
    'File "a", line 1, in ',
    'aError: ',
    'a.b.',
    'torch ',
    'Python ',
    '"timestamp"',
  ];
  return units.map(filled);
}
