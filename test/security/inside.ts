/** Runs the built program inside this process, with streams of ours and its knowledge opened once: hundreds of runs a second. */
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import type { Knowledge } from '../../src/core/library/library.ts';
import { remembering } from '../../src/core/once.ts';
import { versionsFromFrames } from '../../src/frames/versions-from-frames.ts';
import type { Streams } from '../../src/io/streams.ts';
import { RELEASES_FILE } from '../../src/knowledge/shipped/load.ts';
import { releaseTables } from '../../src/knowledge/shipped/releases.ts';
import { unpack } from '../../src/knowledge/shipped/unpack.ts';
import type { main as Main } from '../../src/main.ts';
import { bin, ensureBuilt } from '../e2e/built.ts';

export interface Outcome {
  code: number;
  out: string;
  err: string;
}

class Sink extends Writable {
  readonly isTTY: boolean;
  readonly chunks: Buffer[] = [];

  constructor(isTTY: boolean) {
    super();
    this.isTTY = isTTY;
  }

  override _write(chunk: Buffer, _: BufferEncoding, done: () => void): void {
    this.chunks.push(chunk);
    done();
  }

  get text(): string {
    return Buffer.concat(this.chunks).toString();
  }
}

interface Program {
  main: typeof Main;
  /** The knowledge of the built program; unpacking it anew would be four fifths of a run. */
  knowledge: Knowledge;
}

let loaded: Promise<Program> | undefined;

async function program(): Promise<Program> {
  await ensureBuilt();
  const dist = join(bin(), '../../dist');
  const { main } = createRequire(import.meta.url)(join(dist, 'main.cjs')) as { main: typeof Main };
  const whole = remembering((name: string) => readFileSync(join(dist, name)));
  const unpacked = unpack({ whole, piece: (name, from, to) => whole(name).subarray(from, to) });
  const releases = releaseTables(() => whole(RELEASES_FILE));
  const readFrames: Knowledge['readFrames'] = (frames) => versionsFromFrames(frames, releases);
  return { main, knowledge: Object.assign(unpacked, { readFrames }) };
}

/** One run; `log` is what comes on standard input. */
export async function inside(args: string[], log: string | Uint8Array | Uint8Array[] = '', env: Streams['env'] = {}): Promise<Outcome> {
  loaded ??= program();
  const { main, knowledge } = await loaded;
  const chunks = Array.isArray(log) ? log : [typeof log === 'string' ? Buffer.from(log) : log];
  const stdout = new Sink(false);
  const stderr = new Sink(false);
  const streams = { stdin: Readable.from(chunks), stdout, stderr, env } as unknown as Streams;
  const code = await main(args, streams, undefined, () => knowledge);
  return { code, out: stdout.text, err: stderr.text };
}

/** What no output may hold, line feeds apart. Joiners and the emoji style are allowed where emoji need them. */
export const FORBIDDEN =
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\ufff9-\ufffb]|(?![\u200d\ufe0e\ufe0f])[\p{Cf}\p{Default_Ignorable_Code_Point}\p{Co}\p{Cs}]/u;
