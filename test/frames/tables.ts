/** The committed tables of releases, and traceback lines as frames. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame } from '../../src/core/library/frame.ts';

const folder = join(import.meta.dirname, '../../content/releases');

/** All tables, by the folder of their package below site-packages. */
export const TABLES: ReadonlyMap<string, string> = new Map(
  readdirSync(folder).map((name): [string, string] => [name.replace(/\.txt$/, ''), readFileSync(join(folder, name), 'utf8')]),
);

/** As the program loads them. */
export const load = (name: string): string | undefined => TABLES.get(name);

/** A frame from `gradio/queueing.py:541 process_events | response = await route_utils.call_process_api(`. */
export function frame(written: string, within = '/usr/local/lib/python3.10/site-packages/'): Frame {
  const [place = '', quote] = written.split(' | ');
  const [, file, line, name] = /^(.*):(\d+) (.*)$/.exec(place) ?? [];
  return { file: `${within}${file}`, line: Number(line), function: name as string, quote };
}

/** Lines of a .jsonl file beside this one. */
export function readLines<T>(name: string): T[] {
  const lines = readFileSync(join(import.meta.dirname, name), 'utf8')
    .trim()
    .split('\n');
  return lines.map((line) => JSON.parse(line) as T);
}
