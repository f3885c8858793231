/** From arguments and streams to an exit code. */
import { parseArguments, type Request } from './args.ts';
import type { Command } from './commands/command.ts';
import { COMMANDS, commandNamed } from './commands/index.ts';
import { asksPlan } from './commands/plan.ts';
import { documentOf } from './core/document/document.ts';
import { ISSUES } from './core/issues.ts';
import { type Knowledge, Library } from './core/library/library.ts';
import { once, onceFor } from './core/once.ts';
import { EXIT, exitCode, type ProblemResult, type Result, type Trouble } from './core/result.ts';
import { SearchIndex } from './core/search/search.ts';
import { neutraliseAndMask } from './core/text/neutralise-and-mask.ts';
import { meaningOf } from './entrance.ts';
import { helpText } from './help.ts';
import { complain, showable } from './io/complain.ts';
import { endWithTerminal } from './io/hang-up.ts';
import { readLog } from './io/input.ts';
import { Interruption } from './io/interruption.ts';
import { LivePrinter } from './io/live-printer.ts';
import { kindOfPath } from './io/named-path.ts';
import { openFolder } from './io/space-folder.ts';
import { spaceHere } from './io/space-here.ts';
import { isOn, isTallerThan, type Streams, streamsOf, wantsColor, widthOf } from './io/streams.ts';
import { loadAll } from './load-knowledge.ts';
import { openApp } from './open-app.ts';
import { toAnnotations } from './render/check-annotations.ts';
import { toSarif } from './render/check-sarif.ts';
import { toJson } from './render/json.ts';
import { toMarkdown } from './render/markdown.ts';
import { paint, type Style } from './render/paint.ts';
import { VERSION } from './version.ts';

/** Whoever runs the program again with the same knowledge finds it ready, with all that was made of it meanwhile. */
const libraryOf = onceFor((knowledge: Knowledge) => new Library(knowledge));
const indexOf = onceFor((library: Library) => new SearchIndex(library));

/** Runs the program; what it writes goes to the streams, what it returns is the exit code. */
export async function main(argv: string[], streams: Streams, interruption = new Interruption(), load = loadAll): Promise<number> {
  const request = parseArguments(argv);
  if ('what' in request) return fail(request, streams, wantsJson(argv));
  const { flags, command } = request;
  if (flags.version || flags.help) {
    const text = `${flags.version ? VERSION : helpText(command, widthOf(streams, flags))}\n`;
    return flags.json ? print(toJson({ type: 'text', text }), streams) : printPaged(text, streams);
  }
  const library = once(() => libraryOf(load()));
  const wished = wish(request, streams, library);
  if ('problem' in wished) return fail(wished.problem, streams, Boolean(flags.json));
  const asked = { ...request, command: wished.command };
  if (wished.isApp) {
    const code = await openApp(asked, streams, library);
    if (code !== null) return typeof code === 'number' ? code : fail(code, streams);
  }
  return answer(wished.command ?? named('diagnose'), asked, streams, interruption, library);
}

interface Wish {
  command: Command | null;
  isApp: boolean;
}

/** Whether arguments that are not understood ask for JSON all the same. */
function wantsJson(argv: string[]): boolean {
  const end = argv.indexOf('--');
  return argv.slice(0, end < 0 ? argv.length : end).includes('--json');
}

/** What the arguments and the streams together ask for. */
function wish({ command, words, flags }: Request, streams: Streams, library: () => Library): Wish | { problem: ProblemResult } {
  const { stdout, env } = streams;
  const wantsText = Boolean(flags.json || flags.markdown || flags.plain || env.TERM === 'dumb' || stdout.isTTY !== true);
  const isApp = Boolean(flags.interactive) && !flags.json && !flags.markdown && stdout.isTTY === true;
  if (command) return { command, isApp: isApp || (isWalk(command, flags) && !wantsText && streams.stdin.isTTY === true) };
  if (words[0] === '-') return { command: named('diagnose'), isApp };
  if (words.length === 0) {
    const hasLog = streams.stdin.isTTY !== true;
    return { command: isApp || hasLog ? null : wantsText ? named('list') : null, isApp: isApp || (!hasLog && !wantsText) };
  }
  const meaning = meaningOf(words, kindOfPath, (word) => library().get(word) !== undefined);
  switch (meaning.means) {
    case 'files':
      return { command: named('diagnose'), isApp };
    case 'folder':
      return { command: named('check'), isApp };
    case 'misspelt':
      return { problem: misspelt(meaning.word, meaning.command) };
    case 'question':
      return isApp || (!wantsText && streams.stdin.isTTY === true)
        ? { command: null, isApp: true }
        : { command: named('search'), isApp: false };
  }
}

function misspelt(word: string, command: string): ProblemResult {
  return {
    type: 'problem',
    what: `There is no command "${word}".`,
    help: `Did you mean ${command}? To search for the word: zerogpu-advisor search ${word}`,
  };
}

/** A tree without answers, a plan without flags: asked question by question. */
function isWalk({ name }: Command, flags: Request['flags']): boolean {
  return name === 'plan' ? !asksPlan(flags) : name === 'decide' && flags.answers === undefined && flags.tree === undefined;
}

function named(name: string): Command {
  return commandNamed(name) as Command;
}

async function answer(
  command: Command,
  { words, flags }: Request,
  streams: Streams,
  interruption: Interruption,
  library: () => Library,
): Promise<number> {
  const index = () => indexOf(library());
  const style = { width: widthOf(streams, flags), color: wantsColor(streams, flags) };
  const isSilent = Boolean(flags.json || flags.markdown || flags.full);
  let shown: ReadonlySet<string> = new Set();
  const troubles: Trouble[] = [];
  const result = await command.run({
    words,
    flags,
    library: library(),
    commands: COMMANDS,
    index,
    folder: openFolder,
    spaceHere,
    readLog: async (files, explainSoFar) => {
      if (files.length === 0 && streams.stdin.isTTY)
        return { what: 'There is no log.', help: 'Pipe one in (hf spaces logs USER/SPACE | zerogpu-advisor) or name a file.' };
      const live = new LivePrinter(explainSoFar, streams, style, isSilent);
      const reading = await interruption.during((stopped) => readLog(files, streams, library(), live.onChunk, stopped));
      shown = live.stop();
      troubles.push(...reading.troubles);
      // One that cannot be read is said beside the report of the others; without others it is the answer.
      return troubles.length < Math.max(1, files.length) ? reading.diagnosis : (troubles.shift() as Trouble);
    },
  });
  const code = result.type === 'problem' ? fail(result, streams, Boolean(flags.json)) : await tell(result, shown, flags, style, streams);
  for (const trouble of troubles) complain(trouble, streams);
  return interruption.code ?? (troubles.length > 0 ? EXIT.usage : code);
}

type Answer = Exclude<Result, ProblemResult>;

async function tell(result: Answer, shown: ReadonlySet<string>, flags: Request['flags'], style: Style, streams: Streams): Promise<number> {
  if (result.type === 'diagnosis' && result.diagnosis.bytes === 0 && !flags.json) {
    streams.stderr.write('zerogpu-advisor: There was no input. Pipe a log in, or name a file.\n');
    return EXIT.nothing;
  }
  const told = result.type === 'diagnosis' ? { ...result, shown } : result;
  // What came live has scrolled by already: a pager would hide it.
  await (shown.size > 0 || flags.json ? print : printPaged)(format(told, flags, style, streams), streams);
  return exitCode(result);
}

function format(result: Result, flags: Request['flags'], style: Style, { env }: Streams): string {
  if (flags.json) return toJson(result);
  if (result.type === 'check' && result.format === 'sarif') return toSarif(result.report, VERSION);
  if (result.type === 'check' && result.format === 'github') return toAnnotations(result.report);
  if (result.type === 'text') return result.text;
  if (flags.markdown) return `${toMarkdown(documentOf(result, true))}\n`;
  // In a workflow of GitHub each finding is shown beside its line as well.
  const annotations = result.type === 'check' && isOn(env.GITHUB_ACTIONS) ? toAnnotations(result.report) : '';
  return `${paint(documentOf(result), style).lines.join('\n')}\n${annotations}`;
}

/** Expected trouble as the answer. */
function fail(trouble: Trouble, streams: Streams, isJson = false): number {
  if (isJson) streams.stdout.write(toJson({ type: 'problem', ...showable(trouble) }));
  complain(trouble, streams);
  return EXIT.usage;
}

/** Writes all of it, through a pager where it is longer than the screen. */
async function printPaged(text: string, streams: Streams): Promise<number> {
  if (!isTallerThan(streams, text)) return print(text, streams);
  // Loaded for those who need it: most answers fit.
  const { page } = await import('./io/pager.ts');
  return (await page(text, streams)) ? EXIT.found : print(text, streams);
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
  const what = neutraliseAndMask(String(error));
  if (wantsJson(host.argv)) host.stdout.write(toJson({ type: 'problem', what, help: `Please report it with what you did: ${ISSUES}` }));
  host.stderr.write(`zerogpu-advisor ${VERSION}: this is our bug: ${what}\nPlease report it with what you did: ${ISSUES}\n`);
}
