/** Files and standard input as one stream of bytes; trouble with them as a sentence. */
import { createReadStream, statSync } from 'node:fs';
import { Diagnoser, type Diagnosis } from './core/diagnose.ts';
import type { Library } from './core/library.ts';
import { looksBinary } from './core/lines.ts';
import { neutralise } from './core/text.ts';
import type { Streams } from './streams.ts';

export interface Trouble {
  what: string;
  help: string;
}

/** Called after each chunk, while more may come. */
export type Progress = (snapshot: () => Diagnosis) => void;

/** Reads files (none or "-": standard input) through a diagnoser. */
export async function readLog(names: string[], streams: Streams, library: Library, onChunk: Progress): Promise<Diagnosis | Trouble> {
  const diagnoser = new Diagnoser(library);
  for (const name of names.length > 0 ? names : ['-']) {
    const source = name === '-' ? streams.stdin : openFile(name);
    if ('what' in source) return source;
    const trouble = await pump(source, name, diagnoser, onChunk);
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
      onChunk(() => diagnoser.snapshot());
    }
  } catch (error) {
    return unreadable(name, error as NodeJS.ErrnoException);
  }
  return null;
}

function openFile(name: string): AsyncIterable<Uint8Array> | Trouble {
  try {
    if (statSync(name).isDirectory()) return { what: `${label(name)} is a folder.`, help: 'Name a log file in it.' };
    return createReadStream(name, { highWaterMark: 256 * 1024 });
  } catch (error) {
    return unreadable(name, error as NodeJS.ErrnoException);
  }
}

function unreadable(name: string, { code, message }: NodeJS.ErrnoException): Trouble {
  if (code === 'ENOENT') return { what: `There is no file ${label(name)}.`, help: 'Check the name, or pipe the log in.' };
  if (code === 'EACCES' || code === 'EPERM') return { what: `${label(name)} may not be read.`, help: 'Check its permissions.' };
  if (code === 'EISDIR') return { what: `${label(name)} is a folder.`, help: 'Name a log file in it.' };
  return { what: `${label(name)} could not be read (${code ?? neutralise(message)}).`, help: 'Try again, or pipe the log in.' };
}

function label(name: string): string {
  return name === '-' ? 'Standard input' : `"${neutralise(name).slice(0, 200)}"`;
}
