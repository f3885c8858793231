/** Files and standard input through one diagnoser; trouble with them as sentences. */
import { Diagnoser } from '../core/diagnose/diagnoser.ts';
import type { Diagnosis } from '../core/diagnose/diagnosis.ts';
import type { Library } from '../core/library/library.ts';
import { TextProbe, type Verdict } from '../core/log/encoding.ts';
import type { Trouble } from '../core/result.ts';
import type { SafeText } from '../core/text/neutralise.ts';
import { neutraliseAndMask } from '../core/text/neutralise-and-mask.ts';
import { Pace } from './pace.ts';
import { type Chunks, checkSource, openSource } from './source.ts';
import type { Streams } from './streams.ts';

/** What was read, and what could not be. */
export interface Reading {
  diagnosis: Diagnosis;
  troubles: Trouble[];
}

/** Called after each piece, while more may come. Whoever keeps the bytes copies them: their buffer is used again. */
export type Progress = (snapshot: () => Diagnosis, bytes: Uint8Array) => void;

/** Reads files (none or "-": standard input) through a diagnoser, to the end or until it is told to stop. One that cannot be read does not keep the others from it. */
export async function readLog(
  names: string[],
  streams: Streams,
  library: Library,
  onProgress: Progress,
  stopped = new AbortController().signal,
): Promise<Reading> {
  const diagnoser = new Diagnoser(library);
  const troubles: Trouble[] = [];
  for (const name of names.length > 0 ? names : ['-']) {
    if (stopped.aborted) break;
    diagnoser.begin(name === '-' ? null : shownName(name));
    const trouble = await pump(name, streams, diagnoser, onProgress, stopped);
    // What is broken off says so, but that is no trouble of the file's.
    if (trouble && !stopped.aborted) troubles.push(trouble);
  }
  return { diagnosis: diagnoser.end(), troubles };
}

/** Reads a text that is here already, in turns with whatever else goes on. */
export async function readText(text: string, library: Library, onProgress: Progress, stopped: AbortSignal): Promise<Reading> {
  const diagnoser = new Diagnoser(library);
  await feed(new TextEncoder().encode(text), new Pace(), diagnoser, onProgress, stopped);
  return { diagnosis: diagnoser.end(), troubles: [] };
}

/** What is wrong with these names, when none of them can be read: said before the app opens for nothing. */
export function troubleWith(names: string[]): Trouble | null {
  const troubles = names.map((name) => {
    try {
      checkSource(name);
      return null;
    } catch (error) {
      return unreadable(name, error as NodeJS.ErrnoException);
    }
  });
  return troubles.includes(null) ? null : (troubles[0] ?? null);
}

async function pump(
  name: string,
  streams: Streams,
  diagnoser: Diagnoser,
  onProgress: Progress,
  stopped: AbortSignal,
): Promise<Trouble | null> {
  const probe = new TextProbe();
  const pace = new Pace();
  let read = 0;
  let trouble: Trouble | null = null;
  const chunks = readable(
    () => openSource(name, streams, stopped),
    (error) => {
      trouble = unreadable(name, error);
    },
  );
  for await (const chunk of chunks) {
    const bytes = typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk;
    const refusal = refused(name, probe.take(bytes));
    if (refusal) return refusal;
    if (read <= LONG_LOG && read + bytes.length > LONG_LOG) collectSooner();
    read += bytes.length;
    await feed(bytes, pace, diagnoser, onProgress, stopped);
  }
  return trouble ?? (stopped.aborted ? null : refused(name, probe.end()));
}

/** Of a longer log the texts that were read and forgotten would fill the memory before anybody cleared them away. */
const LONG_LOG = 48 * 1024;

/** Node clears away what is not needed when it has gathered some of it, instead of much of it, and the room for what is new stays small. */
function collectSooner(): void {
  // Asked for late: short logs need not wait for it.
  const { setFlagsFromString } = process.getBuiltinModule('node:v8');
  setFlagsFromString('--optimize-for-size');
  setFlagsFromString('--semi-space-growth-factor=1');
}

async function feed(bytes: Uint8Array, pace: Pace, diagnoser: Diagnoser, onProgress: Progress, stopped: AbortSignal): Promise<void> {
  const take = (piece: Uint8Array): void => {
    diagnoser.push(piece);
    onProgress(() => diagnoser.snapshot(), piece);
  };
  await pace.push(bytes, take, stopped);
}

/** The chunks of a source. Only what opening and reading throw is the source's trouble: all else is our own bug, and passes. */
async function* readable(open: () => Chunks, onError: (error: NodeJS.ErrnoException) => void): AsyncGenerator<Uint8Array | string> {
  try {
    yield* open();
  } catch (error) {
    onError(error as NodeJS.ErrnoException);
  }
}

function refused(name: string, verdict: Verdict): Trouble | null {
  if (!verdict || verdict.isText) return null;
  if (verdict.packed)
    return { what: `${label(name)} is not text: it is compressed (${verdict.packed}).`, help: 'Unpack it, and pass the log inside.' };
  return { what: `${label(name)} is not text.`, help: 'Pass a log: hf spaces logs USER/SPACE > run.log' };
}

function unreadable(name: string, { code, message }: NodeJS.ErrnoException): Trouble {
  if (code === 'ENOENT') return { what: `There is no file ${label(name)}.`, help: 'Check the name, or pipe the log in.' };
  if (code === 'EACCES' || code === 'EPERM') return { what: `${label(name)} is not readable.`, help: 'Check its permissions.' };
  if (code === 'EISDIR') return { what: `${label(name)} is a folder.`, help: 'Name a log file in it.' };
  return { what: `${label(name)} could not be read (${code ?? message}).`, help: 'Try again, or pipe the log in.' };
}

/** Longer names are cut where they are printed. */
const LONGEST_NAME = 200;

function shownName(name: string): SafeText {
  return neutraliseAndMask(name, LONGEST_NAME);
}

function label(name: string): string {
  return name === '-' ? 'Standard input' : `"${shownName(name)}"`;
}
