/** Runs the built program inside this process, with streams of ours: hundreds of runs a second. */
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import { pathToFileURL } from 'node:url';
import type { Streams } from '../../src/io/streams.ts';
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

let loaded: Promise<{ main: typeof Main }> | undefined;

async function program(): Promise<{ main: typeof Main }> {
  await ensureBuilt();
  return import(pathToFileURL(join(bin(), '../../dist/main.cjs')).href) as Promise<{ main: typeof Main }>;
}

/** One run; `log` is what comes on standard input. */
export async function inside(args: string[], log: string | Uint8Array | Uint8Array[] = '', env: Streams['env'] = {}): Promise<Outcome> {
  loaded ??= program();
  const { main } = await loaded;
  const chunks = Array.isArray(log) ? log : [typeof log === 'string' ? Buffer.from(log) : log];
  const stdout = new Sink(false);
  const stderr = new Sink(false);
  const code = await main(args, { stdin: Readable.from(chunks), stdout, stderr, env } as unknown as Streams);
  return { code, out: stdout.text, err: stderr.text };
}

/** What no output may hold, line feeds apart. Joiners and the emoji style are allowed where emoji need them. */
export const FORBIDDEN =
  /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u2028\u2029\ufff9-\ufffb]|(?![\u200d\ufe0e\ufe0f])[\p{Cf}\p{Default_Ignorable_Code_Point}\p{Co}\p{Cs}]/u;
