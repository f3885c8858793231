/** From arguments and streams to an exit code: the only place that writes. */
import { parseArguments, type Request } from './args.ts';
import type { Command } from './commands/command.ts';
import { commandNamed } from './commands/index.ts';
import { asksPlan } from './commands/plan.ts';
import type { Diagnosis } from './core/diagnose/diagnosis.ts';
import { documentOf } from './core/document/document.ts';
import { Library } from './core/library/library.ts';
import { EXIT, exitCode, type ProblemResult, type Result } from './core/result.ts';
import { SearchIndex } from './core/search/search.ts';
import { neutralise } from './core/text/neutralise.ts';
import { mask } from './core/text/secrets.ts';
import { helpText } from './help.ts';
import { complain, showable } from './io/complain.ts';
import { endWithTerminal } from './io/hang-up.ts';
import { readLog, type Trouble, troubleWith } from './io/input.ts';
import { Interruption } from './io/interruption.ts';
import { LivePrinter } from './io/live-printer.ts';
import { isOn, type Streams, streamsOf, wantsColor, widthOf } from './io/streams.ts';
import { loadKnowledge } from './knowledge/load.ts';
import { toJson } from './render/json.ts';
import { toMarkdown } from './render/markdown.ts';
import { paint } from './render/paint.ts';
import { VERSION } from './version.ts';

const BUGS = 'https://github.com/zerogpu-advisor/zerogpu-advisor/issues';

/** Runs the program; what it writes goes to the streams, what it returns is the exit code. */
export async function main(argv: string[], streams: Streams, interruption = new Interruption()): Promise<number> {
  const request = parseArguments(argv);
  if ('what' in request) return fail(request, streams, wantsJson(argv));
  const { flags, command } = request;
  if (flags.version || flags.help) {
    const text = `${flags.version ? VERSION : helpText(command)}\n`;
    return print(flags.json ? toJson({ type: 'text', text }) : text, streams);
  }
  const wished = wish(request, streams);
  if (wished === 'app') return openApp(request, streams, interruption);
  return answer(wished, request, streams, interruption);
}

/** Whether arguments that are not understood ask for JSON all the same. */
function wantsJson(argv: string[]): boolean {
  const end = argv.indexOf('--');
  return argv.slice(0, end < 0 ? argv.length : end).includes('--json');
}

/** What the arguments and the streams together ask for. */
function wish({ command, words, flags }: Request, streams: Streams): Command | 'app' {
  const { stdout, env } = streams;
  const wantsText = Boolean(flags.json || flags.markdown || flags.plain || env.TERM === 'dumb' || stdout.isTTY !== true);
  if (flags.interactive && stdout.isTTY === true && !flags.json && !flags.markdown) return 'app';
  if (command) return isWalk(command, flags) && !wantsText && streams.stdin.isTTY === true ? 'app' : command;
  if (words[0] === '-') return named('diagnose');
  if (words.length > 0) return wantsText || streams.stdin.isTTY !== true ? named('search') : 'app';
  if (streams.stdin.isTTY !== true) return named('diagnose');
  return wantsText ? named('list') : 'app';
}

/** A tree without answers, a plan without flags: asked question by question. */
function isWalk({ name }: Command, flags: Request['flags']): boolean {
  return name === 'plan' ? !asksPlan(flags) : name === 'decide' && flags.answers === undefined && flags.tree === undefined;
}

function named(name: string): Command {
  return commandNamed(name) as Command;
}

async function answer(command: Command, { words, flags }: Request, streams: Streams, interruption: Interruption): Promise<number> {
  const library = new Library(loadKnowledge());
  const live = new LivePrinter(library, streams, Boolean(flags.json || flags.markdown));
  let index: SearchIndex | undefined;
  let troubles: Trouble[] = [];
  const read = async (files: string[]): Promise<Diagnosis | Trouble> => {
    if (files.length === 0 && streams.stdin.isTTY)
      return { what: 'There is no log.', help: 'Pipe one in (hf spaces logs USER/SPACE | zerogpu-advisor) or name a file.' };
    const reading = await interruption.during((stopped) => readLog(files, streams, library, live.onChunk, stopped));
    live.stop();
    troubles = reading.troubles;
    // One that cannot be read is said beside the report of the others; without others it is the answer.
    return troubles.length < Math.max(1, files.length) ? reading.diagnosis : (troubles.shift() as Trouble);
  };
  const result = await command.run({ words, flags, library, index: () => (index ??= new SearchIndex(library)), diagnose: read });
  const code = result.type === 'problem' ? fail(result, streams, Boolean(flags.json)) : await tell(result, flags, streams);
  for (const trouble of troubles) complain(trouble, streams);
  return interruption.code ?? (troubles.length > 0 ? EXIT.usage : code);
}

async function tell(result: Exclude<Result, ProblemResult>, flags: Request['flags'], streams: Streams): Promise<number> {
  if (result.type === 'diagnosis' && result.diagnosis.bytes === 0 && !flags.json) {
    streams.stderr.write('zerogpu-advisor: There was no input. Pipe a log in, or name a file.\n');
    return EXIT.nothing;
  }
  await print(format(result, flags, streams), streams);
  return exitCode(result);
}

function format(result: Result, flags: Request['flags'], streams: Streams): string {
  if (flags.json) return toJson(result);
  if (result.type === 'text') return result.text;
  if (flags.markdown) return `${toMarkdown(documentOf(result, true))}\n`;
  const { lines } = paint(documentOf(result), { width: widthOf(streams, flags), color: wantsColor(streams, flags) });
  return `${lines.join('\n')}\n`;
}

/** The app is loaded only when it opens: a pipe never pays for React. */
async function openApp(request: Request, streams: Streams, interruption: Interruption): Promise<number> {
  const { command, words, flags } = request;
  const trouble = command?.name === 'diagnose' ? troubleWith(words) : null;
  if (trouble) return fail(trouble, streams);
  const { runApp } = await import('./tui/run.tsx');
  let read: Library | undefined;
  const library = () => (read ??= new Library(loadKnowledge()));
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
    readLog: hasLog ? (onProgress, stopped) => readLog(words, streams, library(), onProgress, stopped) : null,
  });
  return code ?? answer(command ?? named('diagnose'), request, streams, interruption);
}

/** Expected trouble as the answer. */
function fail(trouble: Trouble, streams: Streams, isJson = false): number {
  if (isJson) streams.stdout.write(toJson({ type: 'problem', ...showable(trouble) }));
  complain(trouble, streams);
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
  const interruption = new Interruption(host);
  const streams = streamsOf(host, (error) => leave(host, error, interruption.code ?? Number(host.exitCode ?? EXIT.found)));
  endWithTerminal(host);
  host.on('uncaughtException', (error) => {
    // The app has its own way out, which gives the terminal back first.
    if (host.listenerCount('uncaughtException') > 1) return;
    reportBug(host, error);
    host.exit(EXIT.bug);
  });
  try {
    host.exitCode = await main(host.argv.slice(2), streams, interruption);
  } catch (error) {
    reportBug(host, error);
  }
  // Standard input may still be open (a pipe that nobody closes): do not wait for it.
  if (streams.hasRead) host.stdin.destroy();
}

/** A stream does not take more. EPIPE: its reader went away, EIO: the terminal is gone, both no trouble; else the disk is full. */
function leave(host: NodeJS.Process, { code }: NodeJS.ErrnoException, exit: number): void {
  if (code === 'EPIPE') host.exit(exit);
  if (code === 'EIO') host.exit(EXIT.hangUp);
  host.stderr.write(`zerogpu-advisor: The output could not be written (${code}). Make room, or write it elsewhere.\n`);
  host.exit(EXIT.usage);
}

function reportBug(host: NodeJS.Process, error: unknown): void {
  host.exitCode = EXIT.bug;
  const what = mask(neutralise(String(error)));
  if (wantsJson(host.argv)) host.stdout.write(toJson({ type: 'problem', what, help: `Please report it with what you did: ${BUGS}` }));
  host.stderr.write(`zerogpu-advisor ${VERSION}: this is our bug: ${what}\nPlease report it with what you did: ${BUGS}\n`);
}
