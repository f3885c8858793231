/** The manual page, printed from the registry. */
import { type Flag, GLOBAL_FLAGS } from '../commands/command.ts';
import { COMMANDS } from '../commands/index.ts';

const NAME = 'zerogpu-advisor';
const QUOTE = '"';
const EXITS: [string, string][] = [
  ['0', 'something was found'],
  ['1', 'nothing was found, or there was no input'],
  ['2', 'wrong usage, unreadable input, unknown id'],
  ['70', 'a bug of the program'],
  ['129, 130, 143', 'hang-up, Ctrl-C, terminate'],
];
const VARIABLES: [string, string][] = [
  ['NO_COLOR, FORCE_COLOR, CLICOLOR_FORCE', 'no colour; colour even into a pipe. A flag wins.'],
  ['ACCESSIBLE', 'set to 1: linear text and numbered prompts instead of the app'],
  ['TERM', '"dumb": text only'],
];

/** roff, section 1. */
export function manPage(version: string, description: string): string {
  return [
    `.TH ${NAME.toUpperCase()} 1 "" "${NAME} ${version}"`,
    `.SH NAME\n${roff(NAME)} \\- ${roff(description)}`,
    `.SH SYNOPSIS\n${['[WORDS…]', ...COMMANDS.map(({ name, usage }) => `${name} ${usage}`)].map((line) => `.B ${roff(NAME)}\n${roff(line)}`).join('\n.br\n')}`,
    `.SH EXAMPLES\n${COMMANDS.flatMap(({ examples }) => examples.map(({ line, about }) => entry(line, about))).join('\n')}`,
    `.SH COMMANDS\n${COMMANDS.map(({ name, usage, about, aliases, flags }) => `${entry(`${name} ${usage}`, about + (aliases ? ` (also: ${aliases.join(', ')})` : ''))}${flags.length > 0 ? `\n.RS\n${flagEntries(flags)}\n.RE` : ''}`).join('\n')}`,
    `.SH OPTIONS\n${flagEntries(GLOBAL_FLAGS)}`,
    `.SH EXIT STATUS\n${EXITS.map(([code, what]) => entry(code, what)).join('\n')}`,
    `.SH ENVIRONMENT\n${VARIABLES.map(([name, what]) => entry(name, what)).join('\n')}`,
    '.SH FILES\nNone: the program reads what it is given and writes nothing.',
    '',
  ].join('\n');
}

function flagEntries(flags: readonly Flag[]): string {
  return flags
    .map(({ name, short, value, choices, about }) =>
      entry(`${short ? `-${short}, ` : ''}--${name}${value ? ` ${choices?.join('|') ?? value}` : ''}`, about),
    )
    .join('\n');
}

function entry(term: string, about: string): string {
  return `.TP\n.B "${roff(term).replaceAll(QUOTE, QUOTE + QUOTE)}"\n${roff(about)}`;
}

/** A backslash, a hyphen and a leading dot or quote mean something to roff. */
function roff(text: string): string {
  return text
    .replaceAll('\\', '\\e')
    .replaceAll('-', '\\-')
    .replace(/^([.'])/gm, '\\&$1');
}
