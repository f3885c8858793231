/** `--help`, printed from the registry, laid out for the width that there is. */
import { type Command, EXIT_CODES, type Flag, GLOBAL_FLAGS } from './commands/command.ts';
import { COMMANDS } from './commands/index.ts';
import { wrapped } from './core/text/wrap.ts';

/** Help of the program, or of one command. Plain text, examples first; no line is wider than `width`, save what is typed as it stands. */
export function helpText(command: Command | null, width: number): string {
  return command ? commandHelp(command, width) : programHelp(width);
}

function programHelp(width: number): string {
  const examples = [
    ...COMMANDS.flatMap((command) => command.examples.slice(0, 1)),
    { line: 'zerogpu-advisor', about: 'open the app: browse, search, paste an error' },
  ];
  return [
    ...wrapped('zerogpu-advisor: why does my ZeroGPU Space not do what it should?', width),
    '',
    'Examples',
    ...rows(
      examples.map(({ line, about }) => [line, about]),
      width,
    ),
    '',
    'Commands',
    ...rows(
      COMMANDS.map(({ name, usage, about }) => [`${name} ${usage}`.trim(), about]),
      width,
    ),
    '',
    ...wrapped(
      'Without a command: files are diagnosed, other words open the app at the search for them; a log on standard input is diagnosed.',
      width,
    ),
    '',
    'Flags',
    ...flagRows(GLOBAL_FLAGS, width),
    '',
    ...wrapped(`Exit codes: ${EXIT_CODES}.`, width),
    '',
    ...wrapped('Offline, no account, no telemetry. zerogpu-advisor COMMAND --help tells more.', width),
  ].join('\n');
}

function commandHelp({ name, aliases, usage, about, examples, flags, exit }: Command, width: number): string {
  const also = aliases ? ` (also: ${aliases.join(', ')})` : '';
  return [
    'Examples',
    ...rows(
      examples.map(({ line, about: what }) => [line, what]),
      width,
    ),
    '',
    ...wrapped(`Usage: zerogpu-advisor ${name} ${usage}`, width),
    ...indented(wrapped(`${about}${also}`, width - INDENT)),
    ...(flags.length > 0 ? ['', `Flags of ${name}`, ...flagRows(flags, width)] : []),
    '',
    'Flags of every command',
    ...flagRows(GLOBAL_FLAGS, width),
    ...(exit ? ['', ...wrapped(`Exit code: ${exit}; 2 for wrong usage.`, width)] : []),
  ].join('\n');
}

function flagRows(flags: Flag[], width: number): string[] {
  return rows(
    flags.map(({ name, short, value, choices, about }) => [
      `${short ? `-${short}, ` : ''}--${name}${value ? ` ${choices?.join('|') ?? value}` : ''}`,
      about,
    ]),
    width,
  );
}

const INDENT = 2;
/** Width of the left column. */
const COLUMN = 30;
/** Where less room than this is left for the right column, there is one column: what stood on the right comes below. */
const NARROWEST_RIGHT = 36;

function rows(pairs: [string, string][], width: number): string[] {
  const room = width - INDENT - COLUMN - 2;
  if (room < NARROWEST_RIGHT)
    return pairs.flatMap(([left, right]) => [
      ...indented(wrapped(left, width - INDENT)),
      ...indented(indented(wrapped(right, width - 2 * INDENT))),
    ]);
  return pairs.flatMap(([left, right]) => {
    const about = wrapped(right, room);
    const beside = indented(about.map((line, index) => `${(index === 0 && left.length <= COLUMN ? left : '').padEnd(COLUMN)}  ${line}`));
    return left.length <= COLUMN ? beside : [...indented([left]), ...beside];
  });
}

function indented(lines: string[]): string[] {
  return lines.map((line) => ' '.repeat(INDENT) + line);
}
