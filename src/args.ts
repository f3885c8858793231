/** The command line to a request: which command, which words, which flags; or a sentence on what is wrong with it. */
import { parseArgs } from 'node:util';
import { type Command, type Flag, type FlagValues, GLOBAL_FLAGS } from './commands/command.ts';
import { COMMANDS, commandNamed } from './commands/index.ts';
import { distance } from './core/library/distance.ts';
import type { Trouble } from './core/result.ts';
import { neutraliseAndMask } from './core/text/neutralise-and-mask.ts';

export interface Request {
  command: Command | null;
  words: string[];
  flags: FlagValues;
}

export type Parsed = Request | Trouble;

/** Reads the arguments behind the program's name. Flags may stand anywhere; `--` ends them. */
export function parseArguments(argv: string[]): Parsed {
  const flagsOfAll = [...GLOBAL_FLAGS, ...everyFlag()];
  const options = Object.fromEntries(
    flagsOfAll.map(({ name, short, value }) => [
      name,
      { type: value ? ('string' as const) : ('boolean' as const), ...(short ? { short } : {}) },
    ]),
  );
  const { tokens } = parseArgs({ args: joinNegative(argv), options, strict: false, tokens: true, allowPositionals: true });
  const words = tokens.flatMap((token) => (token.kind === 'positional' ? [token.value] : []));
  const named = words[0] === undefined ? undefined : commandNamed(words[0]);
  const rawNames = tokens.flatMap((token) => (token.kind === 'option' ? [token.rawName] : []));
  const command = named ?? meantByFlag(rawNames);
  const known = [...GLOBAL_FLAGS, ...(command?.flags ?? [])];
  const flags: FlagValues = {};
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    const flag = known.find(({ name, short }) => token.rawName === `--${name}` || (short !== undefined && token.rawName === `-${short}`));
    const problem = flag ? valueProblem(flag, token.value) : unknownFlag(token.rawName, known, command);
    if (problem) return problem;
    if (flag) flags[flag.name] = flag.value ? token.value : true;
  }
  return { command, words: named ? words.slice(1) : words, flags };
}

/** A log may stand without the word diagnose, and so may its flags: `zerogpu-advisor --app my-space run.log`. */
function meantByFlag(rawNames: string[]): Command | null {
  const diagnose = commandNamed('diagnose') as Command;
  return diagnose.flags.some(({ name }) => rawNames.includes(`--${name}`)) ? diagnose : null;
}

/** `--left -5`: a negative number is a value, not a flag. */
function joinNegative(argv: string[]): string[] {
  const joined: string[] = [];
  for (const argument of argv) {
    const before = joined.at(-1);
    if (/^-\d/.test(argument) && before?.startsWith('--') && !before.includes('=')) joined[joined.length - 1] = `${before}=${argument}`;
    else joined.push(argument);
  }
  return joined;
}

function everyFlag(): Flag[] {
  return COMMANDS.flatMap((command) => command.flags);
}

function valueProblem({ name, value, choices }: Flag, given: string | undefined): Trouble | null {
  if (!value) return given === undefined ? null : { what: `--${name} takes no value.`, help: `Write --${name} alone.` };
  if (given === undefined || given === '')
    return { what: `--${name} needs a value.`, help: `Write --${name} ${choices?.join('|') ?? value}.` };
  if (choices && !choices.includes(given))
    return { what: `--${name} does not know "${neutraliseAndMask(given, 40)}".`, help: `Use one of ${choices.join(', ')}.` };
  if (name === 'width' && !(Number(given) >= 20 && Number(given) <= 300 && /^\d+$/.test(given))) {
    return { what: `--width does not take "${neutraliseAndMask(given, 40)}".`, help: 'Use a whole number from 20 to 300.' };
  }
  return null;
}

function unknownFlag(raw: string, known: Flag[], command: Command | null): Trouble {
  const near = known.map(({ name }) => `--${name}`).sort((a, b) => distance(a, raw) - distance(b, raw))[0] as string;
  const help =
    distance(near, raw) <= 3 ? `Did you mean ${near}?` : `zerogpu-advisor ${command ? `${command.name} ` : ''}--help lists the flags.`;
  return { what: `There is no flag ${neutraliseAndMask(raw, 40)}${command ? ` for ${command.name}` : ''}.`, help };
}
