/** Files and standard input as one stream of bytes; trouble with them as a sentence. */
import { close, createReadStream, openSync, read, statSync } from 'node:fs';
import type { Readable } from 'node:stream';
import { Diagnoser } from '../core/diagnose/diagnoser.ts';
import type { Diagnosis } from '../core/diagnose/diagnosis.ts';
import type { Library } from '../core/library/library.ts';
import { looksBinary } from '../core/log/lines.ts';
import { clip, neutralise, type SafeText } from '../core/text/neutralise.ts';
import { mask } from '../core/text/secrets.ts';
import type { Streams } from './streams.ts';

export interface Trouble {
  what: string;
  help: string;
}

/** Called after each chunk, while more may come. Whoever keeps the bytes copies them: their buffer is used again. */
export type Progress = (snapshot: () => Diagnosis, bytes: Uint8Array) => void;

/** Reads files (none or "-": standard input) through a diagnoser, to the end or until it is told to stop. */
export async function readLog(
  names: string[],
  streams: Streams,
  library: Library,
  onChunk: Progress,
  stopped = new AbortController().signal,
): Promise<Diagnosis | Trouble> {
  const diagnoser = new Diagnoser(library);
  for (const name of names.length > 0 ? names : ['-']) {
    const source = name === '-' ? ending(streams.stdin, stopped) : openFile(name, stopped);
    if ('what' in source) return source;
    diagnoser.begin(name === '-' ? null : shownName(name));
    const trouble = await pump(source, name, diagnoser, onChunk);
    if (stopped.aborted) break;
    if (trouble) return trouble;
  }
  return diagnoser.end();
}

async function pump(
  source: AsyncIterable<Uint8Array | string>,
  name: string,
  diagnoser: Diagnoser,
  onChunk: Progress,
): Promise<Trouble | null> {
  let isFirst = true;
  try {
    for await (const chunk of source) {
      const bytes = typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk;
      if (isFirst && looksBinary(bytes))
        return { what: `${label(name)} is not text.`, help: 'Give a log: hf spaces logs USER/SPACE > run.log' };
      isFirst = false;
      diagnoser.push(bytes);
      onChunk(() => diagnoser.snapshot(), bytes);
    }
  } catch (error) {
    return unreadable(name, error as NodeJS.ErrnoException);
  }
  return null;
}

function openFile(name: string, stopped: AbortSignal): AsyncIterable<Uint8Array> | Trouble {
  try {
    const kind = statSync(name);
    if (kind.isDirectory()) return { what: `${label(name)} is a folder.`, help: 'Name a log file in it.' };
    // A pipe with a name may keep us waiting.
    return kind.isFile() ? chunksOf(openSync(name, 'r'), stopped) : ending(createReadStream(name), stopped);
  } catch (error) {
    return unreadable(name, error as NodeJS.ErrnoException);
  }
}

/** A stream that gives no more when reading is stopped. */
function ending(stream: Readable, stopped: AbortSignal): Readable {
  stopped.addEventListener('abort', () => stream.destroy());
  return stream;
}

const CHUNK = 256 * 1024;

/** Buffers, for they are searched several times as fast as plain arrays of bytes. A file goes through two, of which one is filled while the other is read: the same memory for any size. */
async function* chunksOf(file: number, stopped: AbortSignal): AsyncGenerator<Uint8Array> {
  const buffers = [Buffer.allocUnsafe(CHUNK), Buffer.allocUnsafe(CHUNK)] as [Buffer, Buffer];
  let pending = fill(file, buffers[0]);
  try {
    for (let turn = 0; ; turn ^= 1) {
      const length = await pending;
      if (length === 0 || stopped.aborted) return;
      pending = fill(file, buffers[turn ^ 1] as Buffer);
      yield (buffers[turn] as Buffer).subarray(0, length);
    }
  } finally {
    await pending.catch(() => {});
    close(file);
  }
}

function fill(file: number, buffer: Uint8Array): Promise<number> {
  return new Promise((resolve, reject) => {
    read(file, buffer, 0, buffer.length, null, (error, length) => (error ? reject(error) : resolve(length)));
  });
}

function unreadable(name: string, { code, message }: NodeJS.ErrnoException): Trouble {
  if (code === 'ENOENT') return { what: `There is no file ${label(name)}.`, help: 'Check the name, or pipe the log in.' };
  if (code === 'EACCES' || code === 'EPERM') return { what: `${label(name)} may not be read.`, help: 'Check its permissions.' };
  if (code === 'EISDIR') return { what: `${label(name)} is a folder.`, help: 'Name a log file in it.' };
  return { what: `${label(name)} could not be read (${code ?? neutralise(message)}).`, help: 'Try again, or pipe the log in.' };
}

/** The name of a file as it may be printed. */
function shownName(name: string): SafeText {
  return clip(mask(neutralise(name)), LONGEST_NAME);
}

/** Longer names are cut where they are printed. */
const LONGEST_NAME = 200;

function label(name: string): string {
  return name === '-' ? 'Standard input' : `"${shownName(name)}"`;
}
