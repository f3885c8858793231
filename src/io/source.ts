/** What a log is read from, as chunks of bytes: files, pipes and devices by name, and standard input. All of them end at once when told. */
import { accessSync, close, constants, openSync, read, readFileSync, type Stats, statSync } from 'node:fs';
import type { Streams } from './streams.ts';

export type Chunks = AsyncIterable<Uint8Array | string>;

/** Opens a name ("-": standard input). What the file system says against it is thrown, now or when it is read. */
export function openSource(name: string, { stdin }: Streams, stopped: AbortSignal): Chunks {
  if (name === '-') {
    stopped.addEventListener('abort', () => stdin.destroy());
    return stdin;
  }
  const path = bytesOf(name);
  const kind = kindOf(path);
  // A pipe or a device may keep us waiting: it is asked, never waited for, so that nothing has to be broken off.
  const file = openSync(path, kind.isFile() ? 'r' : constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  return chunksOf(file, mayLackWriter(name, kind), stopped);
}

/** Throws what would be thrown when this name is opened, as far as it is known now. */
export function checkSource(name: string): void {
  if (name === '-') return;
  const path = bytesOf(name);
  kindOf(path);
  accessSync(path, constants.R_OK);
}

function kindOf(path: string | Buffer): Stats {
  const kind = statSync(path);
  if (kind.isDirectory()) throw FOLDER;
  return kind;
}

/** What Node throws when a folder is read. */
const FOLDER = Object.assign(new Error('a folder'), { code: 'EISDIR' });

/** Of a pipe with a name the end is no end before somebody has opened it to write; one that came from a shell is open already. */
function mayLackWriter(name: string, kind: Stats): boolean {
  return kind.isFIFO() && !/^\/(?:dev\/(?:fd\/|std)|proc\/)/.test(name);
}

/** The name of a file need not be text: then the argument is looked up as the bytes that it was. */
function bytesOf(name: string): string | Buffer {
  if (!name.includes('\ufffd')) return name;
  const given = argumentsAsBytes().find((bytes) => bytes.toString() === name);
  return given ?? name;
}

function argumentsAsBytes(): Buffer[] {
  try {
    const line = readFileSync('/proc/self/cmdline', 'latin1');
    return line.split('\0').map((argument) => Buffer.from(argument, 'latin1'));
  } catch {
    // Only Linux tells, and only there names are mere bytes.
    return [];
  }
}

const CHUNK = 256 * 1024;
/** How long a source that has nothing yet is left alone. */
const POLL_MS = 20;

/** Buffers, for they are searched several times as fast as plain arrays of bytes. A file goes through two, of which one is filled while the other is read: the same memory for any size. */
async function* chunksOf(file: number, lacksWriter: boolean, stopped: AbortSignal): AsyncGenerator<Uint8Array> {
  const buffers = [Buffer.allocUnsafe(CHUNK), Buffer.allocUnsafe(CHUNK)] as [Buffer, Buffer];
  let isWaiting = lacksWriter;
  let turn = 0;
  let pending = fill(file, buffers[turn] as Buffer);
  try {
    while (!stopped.aborted) {
      const length = await pending;
      isWaiting &&= length === 0;
      if (length === 0 && !isWaiting) return;
      if (length > 0) {
        const chunk = (buffers[turn] as Buffer).subarray(0, length);
        turn ^= 1;
        pending = fill(file, buffers[turn] as Buffer);
        yield chunk;
      } else {
        await new Promise((resolve) => setTimeout(resolve, POLL_MS));
        pending = fill(file, buffers[turn] as Buffer);
      }
    }
  } finally {
    await pending.catch(() => {});
    close(file);
  }
}

/** Nothing yet, but more may come. */
const LATER = -1;

function fill(file: number, buffer: Uint8Array): Promise<number> {
  return new Promise((resolve, reject) => {
    read(file, buffer, 0, buffer.length, null, (error, length) => {
      if (!error) resolve(length);
      else if (error.code === 'EAGAIN') resolve(LATER);
      else reject(error);
    });
  });
}
