/** Completion scripts for three shells, from the registry and the ids. Everything in them is our own text. */
import { type Command, type Flag, GLOBAL_FLAGS } from './command.ts';

/** What a shell completes. */
export interface Completable {
  commands: readonly Command[];
  /** What the first word of a command may be, by the command's `completes`. */
  words: Record<NonNullable<Command['completes']>, string[]>;
}

const PROGRAM = 'zerogpu-advisor';

export const SCRIPTS = { bash: bashScript, zsh: zshScript, fish: fishScript } satisfies Record<string, (from: Completable) => string>;

function bashScript({ commands, words }: Completable): string {
  const cases = commands.map((command) => {
    const options = flagWords(command.flags);
    const first = command.completes === 'file' ? 'COMPREPLY=($(compgen -f -- "$cur"))' : offer(wordsFor(command, words));
    return `    ${namesOf(command).join('|')}) if [[ $cur == -* ]]; then ${offer([...options, ...flagWords(GLOBAL_FLAGS)])}; else ${first}; fi ;;`;
  });
  const values = flagsWithValues(commands).map(
    ({ name, choices }) => `    --${name}) ${choices ? offer(choices) : 'COMPREPLY=()'}; return ;;`,
  );
  return [
    `# ${PROGRAM} completion for bash: eval "$(${PROGRAM} completion bash)"`,
    '_zerogpu_advisor() {',
    `  local cur="\${COMP_WORDS[COMP_CWORD]}" before="\${COMP_WORDS[COMP_CWORD-1]}" command="" word`,
    `  for word in "\${COMP_WORDS[@]:1:COMP_CWORD-1}"; do [[ $word == -* ]] || { command=$word; break; }; done`,
    '  case "$before" in',
    ...values,
    '  esac',
    '  case "$command" in',
    ...cases,
    `    '') ${offer([...commands.map(({ name }) => name), ...flagWords(GLOBAL_FLAGS)])} ;;`,
    '  esac',
    '}',
    `complete -o bashdefault -F _zerogpu_advisor ${PROGRAM}`,
    '',
  ].join('\n');
}

function offer(words: readonly string[]): string {
  return `COMPREPLY=($(compgen -W '${words.join(' ')}' -- "$cur"))`;
}

function zshScript({ commands, words }: Completable): string {
  const cases = commands.map((command) => {
    const first =
      command.completes === 'file' ? "'*:file:_files'" : command.completes ? `'1:word:(${wordsFor(command, words).join(' ')})'` : '';
    return `    ${namesOf(command).join('|')}) _arguments -S ${[...zshFlags(command.flags), ...zshFlags(GLOBAL_FLAGS), first].filter(Boolean).join(' ')} ;;`;
  });
  return [
    `#compdef ${PROGRAM}`,
    `# ${PROGRAM} completion for zsh: source <(${PROGRAM} completion zsh), after compinit`,
    '_zerogpu_advisor() {',
    '  if (( CURRENT == 2 )); then',
    `    local -a commands=(${commands.map(({ name, about }) => quoted(`${name}:${about}`)).join(' ')})`,
    '    [[ $PREFIX == -* ]] || { _describe -t commands command commands; return }',
    `    _arguments -S ${zshFlags(GLOBAL_FLAGS).join(' ')}`,
    '    return',
    '  fi',
    '  local command=$words[2]',
    '  shift words; (( CURRENT-- ))',
    '  case $command in',
    ...cases,
    '  esac',
    '}',
    `compdef _zerogpu_advisor ${PROGRAM}`,
    '',
  ].join('\n');
}

function zshFlags(flags: readonly Flag[]): string[] {
  return flags.map(({ name, about, value, choices }) => {
    const label = about.replace(/[[\]:]/g, ' ');
    const argument = value ? `:${value.toLowerCase().replace(/[^a-z]/g, '')}:${choices ? `(${choices.join(' ')})` : ' '}` : '';
    return quoted(`--${name}[${label}]${argument}`);
  });
}

function fishScript({ commands, words }: Completable): string {
  const base = `complete -c ${PROGRAM}`;
  const names = commands.flatMap(namesOf);
  const none = `not __fish_seen_subcommand_from ${names.join(' ')}`;
  const lines = [
    `# ${PROGRAM} completion for fish: ${PROGRAM} completion fish | source`,
    `${base} -f`,
    ...commands.map(({ name, about }) => `${base} -n '${none}' -a ${name} -d ${quoted(about)}`),
    ...GLOBAL_FLAGS.map((flag) => `${base} ${fishFlag(flag)}`),
  ];
  for (const command of commands) {
    const within = `-n '__fish_seen_subcommand_from ${namesOf(command).join(' ')}'`;
    if (command.completes === 'file') lines.push(`${base} ${within} -F`);
    else if (command.completes) lines.push(`${base} ${within} -a ${quoted(wordsFor(command, words).join(' '))}`);
    for (const flag of command.flags) lines.push(`${base} ${within} ${fishFlag(flag)}`);
  }
  return `${lines.join('\n')}\n`;
}

function fishFlag({ name, short, value, choices, about }: Flag): string {
  return [`-l ${name}`, short && `-s ${short}`, value && '-x', choices && `-a ${quoted(choices.join(' '))}`, `-d ${quoted(about)}`]
    .filter(Boolean)
    .join(' ');
}

function namesOf({ name, aliases = [] }: Command): string[] {
  return [name, ...aliases];
}

function wordsFor({ completes }: Command, words: Completable['words']): string[] {
  return completes ? words[completes] : [];
}

function flagWords(flags: readonly Flag[]): string[] {
  return flags.flatMap(({ name, short }) => [`--${name}`, ...(short ? [`-${short}`] : [])]);
}

function flagsWithValues(commands: readonly Command[]): Flag[] {
  return [...GLOBAL_FLAGS, ...commands.flatMap(({ flags }) => flags)].filter(({ value }) => value);
}

/** For single quotes of a shell; fish ends a quote the same way. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}
