/** From arguments and streams to an exit code: the only place that writes. */
import { parseArguments, type Request } from './args.ts';
import type { Command } from './commands/command.ts';
import { commandNamed } from './commands/index.ts';
import type { Diagnosis } from './core/diagnose.ts';
import { Library } from './core/library.ts';
import { EXIT, exitCode, type ProblemResult, type Result } from './core/result.ts';
import { SearchIndex } from './core/search.ts';
import { neutralise } from './core/text.ts';
import { helpText } from './help.ts';
import { readLog } from './input.ts';
import { loadKnowledge } from './knowledge/load.ts';
import { LivePrinter } from './live.ts';
import { toMarkdown } from './render/document.ts';
import { toJson } from './render/json.ts';
import { toLines } from './render/terminal.ts';
import { isOn, type Streams, wantsColor, widthOf } from './streams.ts';
import { VERSION } from './version.ts';

const BUGS = 'https://github.com/zerogpu-advisor/zerogpu-advisor/issues';

/** Runs the program; what it writes goes to the streams, what it returns is the exit code. */
export async function main(argv: string[], streams: Streams): Promise<number> {
  const request = parseArguments(argv);
  if ('what' in request) return fail({ type: 'problem', ...request }, streams);
  const { flags, command } = request;
  if (flags.version) return print(`${VERSION}\n`, streams);
  if (flags.help) return print(`${helpText(command)}\n`, streams);
  const wished = wish(request, streams);
  if (wished === 'app') return openApp(request, streams);
  return answer(wished, request, streams);
}

/** What the arguments and the streams together ask for. */
function wish({ command, words, flags }: Request, { stdin, stdout, env }: Streams): Command | 'app' {
  const wantsText = Boolean(flags.json || flags.markdown || flags.plain || env.TERM === 'dumb' || stdout.isTTY !== true);
  if (flags.interactive && stdout.isTTY === true) return 'app';
  if (command) return isWalk(command, flags) && !wantsText && stdin.isTTY === true ? 'app' : command;
  if (words.length > 0) return wantsText || stdin.isTTY !== true ? named('search') : 'app';
  if (stdin.isTTY !== true) return named('diagnose');
  return wantsText ? named('list') : 'app';
}

/** A tree without answers is walked question by question. */
function isWalk({ name }: Command, flags: Request['flags']): boolean {
  return name === 'decide' && flags.answers === undefined && flags.tree === undefined;
}

function named(name: string): Command {
  return commandNamed(name) as Command;
}

async function answer(command: Command, { words, flags }: Request, streams: Streams): Promise<number> {
  const library = new Library(loadKnowledge());
  const live = new LivePrinter(library, streams, Boolean(flags.json || flags.markdown));
  let index: SearchIndex | undefined;
  const read = async (files: string[]): Promise<Diagnosis | { what: string; help: string }> => {
    if (files.length === 0 && streams.stdin.isTTY)
      return { what: 'There is no log.', help: 'Pipe one in (hf spaces logs USER/SPACE | zerogpu-advisor) or name a file.' };
    const diagnosis = await readLog(files, streams, library, live.onChunk);
    live.stop();
    return diagnosis;
  };
  const result = await command.run({ words, flags, library, index: () => (index ??= new SearchIndex(library)), diagnose: read });
  if (result.type === 'problem') return fail(result, streams, Boolean(flags.json));
  if (result.type === 'diagnosis' && result.diagnosis.bytes === 0 && !flags.json) {
    streams.stderr.write('zerogpu-advisor: There was no input. Pipe a log in, or name a file.\n');
    return EXIT.nothing;
  }
  await print(format(result, flags, streams), streams);
  return exitCode(result);
}

function format(result: Result, flags: Request['flags'], streams: Streams): string {
  if (flags.json) return toJson(result);
  if (flags.markdown) return `${toMarkdown(result)}\n`;
  const lines = toLines(toMarkdown(result), { width: widthOf(streams, flags), color: wantsColor(streams, flags) });
  return `${lines.join('\n')}\n`;
}

/** The app is loaded only when it opens: a pipe never pays for React. */
async function openApp(request: Request, streams: Streams): Promise<number> {
  const { command, words, flags } = request;
  const { runApp } = await import('./tui/run.tsx');
  const library = new Library(loadKnowledge());
  const isPiped = streams.stdin.isTTY !== true;
  const hasLog = command?.name === 'diagnose' ? isPiped || words.length > 0 : !command && words.length === 0 && isPiped;
  const code = await runApp({
    library,
    command: command?.name ?? null,
    words,
    streams,
    isLinear: Boolean(flags['screen-reader']) || isOn(streams.env.ACCESSIBLE) || streams.env.TERM === 'dumb',
    hasAltScreen: !flags['no-alt-screen'],
    color: wantsColor(streams, flags),
    readLog: hasLog ? (onChunk) => readLog(words, streams, library, onChunk) : null,
  });
  return code ?? answer(command ?? named('diagnose'), request, streams);
}

function fail({ what, help }: ProblemResult, { stderr, stdout }: Streams, isJson = false): number {
  if (isJson) stdout.write(toJson({ type: 'problem', what, help }));
  stderr.write(`zerogpu-advisor: ${what} ${help}\n`);
  return EXIT.usage;
}

/** Writes all of it, however slow the reader is. */
async function print(text: string, { stdout }: Streams): Promise<number> {
  if (!stdout.write(text)) await new Promise<void>((resolve) => stdout.once('drain', resolve));
  return EXIT.found;
}

/**
 * Runs the program on a real process: signals, a reader that goes away, our own bugs.
 * Sets the exit code instead of exiting, so that what was printed arrives whole.
 */
export async function run(host: NodeJS.Process): Promise<void> {
  for (const stream of [host.stdout, host.stderr]) {
    stream.on('error', (error: NodeJS.ErrnoException) => {
      // EIO: the terminal itself is gone.
      if (error.code === 'EPIPE' || error.code === 'EIO') host.exit(host.exitCode ?? EXIT.found);
      throw error;
    });
  }
  try {
    host.exitCode = await main(host.argv.slice(2), host);
  } catch (error) {
    host.exitCode = EXIT.bug;
    host.stderr.write(
      `zerogpu-advisor ${VERSION}: this is our bug: ${neutralise(String(error))}\nPlease report it with what you did: ${BUGS}\n`,
    );
  }
  // Standard input may still be open (a pipe that nobody closes): do not wait for it.
  host.stdin.destroy();
}
