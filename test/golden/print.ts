/** Runs the program on a small knowledge of its own, within this process: what it prints depends on nothing else. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Readable, Writable } from 'node:stream';
import type { Streams } from '../../src/io/streams.ts';
import { readContent } from '../../src/knowledge/read/files.ts';
import { assemble } from '../../src/knowledge/read/library.ts';
import { main } from '../../src/main.ts';

/** The made-up entries; they change only when the format does. */
const CONTENT = join(import.meta.dirname, 'content');
const { knowledge } = assemble(readContent(CONTENT));

/** What stands on standard output and standard error, one after the other; `known` is what the program knows. */
export async function print(args: string[], stdin = '', known = knowledge): Promise<string> {
  const written: string[] = [];
  const sink = () =>
    new Writable({
      write(chunk, _, done) {
        written.push(String(chunk));
        done();
      },
    });
  const streams: Streams = { stdin: Readable.from([Buffer.from(stdin)]), stdout: sink(), stderr: sink(), env: {} };
  const code = await main(args, streams, undefined, () => known);
  return `${written.join('')}${code === 0 ? '' : `(exit code ${code})\n`}`;
}

/** The text of a golden file; empty when there is none. */
export function golden(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
