/** `--help`, printed from the registry. */
import { type Command, type Flag, GLOBAL_FLAGS } from './commands/command.ts';
import { COMMANDS } from './commands/index.ts';

/** Help of the program, or of one command. Plain text, examples first. */
export function helpText(command: Command | null): string {
  return command ? commandHelp(command) : programHelp();
}

function programHelp(): string {
  const examples = COMMANDS.flatMap((command) => command.examples.slice(0, 1));
  return [
    'zerogpu-advisor: why does my ZeroGPU Space not do what it should?',
    `Examples\n${rows([...examples, { line: 'zerogpu-advisor', about: 'open the app: browse, search, paste an error' }].map(({ line, about }) => [line, about]))}`,
    `Commands\n${rows(COMMANDS.map(({ name, usage, about }) => [`${name} ${usage}`, about]))}`,
    'Without a command: words open the app at the search for them; a log on standard input is diagnosed.',
    `Flags\n${flagRows(GLOBAL_FLAGS)}`,
    'Exit codes: 0 found, 1 nothing found, 2 wrong usage or unreadable input, 70 our bug, 129/130/143 hang-up, Ctrl-C, terminate.',
    'Offline, no account, no telemetry. `zerogpu-advisor COMMAND --help` tells more.',
  ].join('\n\n');
}

function commandHelp({ name, aliases, usage, about, examples, flags, exit }: Command): string {
  const also = aliases ? ` (also: ${aliases.join(', ')})` : '';
  const parts = [
    `Examples\n${rows(examples.map(({ line, about: what }) => [line, what]))}`,
    `Usage: zerogpu-advisor ${name} ${usage}\n  ${about}${also}`,
  ];
  if (flags.length > 0) parts.push(`Flags of ${name}\n${flagRows(flags)}`);
  parts.push(`Flags of every command\n${flagRows(GLOBAL_FLAGS)}`);
  if (exit) parts.push(`Exit code: ${exit}; 2 for wrong usage.`);
  return parts.join('\n\n');
}

function flagRows(flags: Flag[]): string {
  return rows(
    flags.map(({ name, short, value, choices, about }) => [
      `${short ? `-${short}, ` : ''}--${name}${value ? ` ${choices?.join('|') ?? value}` : ''}`,
      about,
    ]),
  );
}

const COLUMN = 34;

function rows(pairs: [string, string][]): string {
  return pairs
    .map(([left, right]) => (left.length > COLUMN ? `  ${left}\n  ${' '.repeat(COLUMN)}  ${right}` : `  ${left.padEnd(COLUMN)}  ${right}`))
    .join('\n');
}
