/** What four times the entries cost: the same program with made-up ones besides, against itself as it is. */
import { cpSync, mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { marksOf } from '../../src/core/diagnose/watch.ts';
import type { ErrorEntry, Pattern } from '../../src/core/library/entry.ts';
import type { Knowledge } from '../../src/core/library/library.ts';
import { Library } from '../../src/core/library/library.ts';
import { Matcher } from '../../src/core/match/match.ts';
import { tableOf } from '../../src/core/match/table.ts';
import { literalsOf } from '../../src/knowledge/patterns/literals.ts';
import { pack } from '../../src/knowledge/shipped/pack.ts';
import { firstKeys } from './first-frame.ts';
import { blocks, logBlock } from './log.ts';
import { bests, type Run } from './measure.ts';
import { drawn, randomFrom } from './mixes.ts';
import type { Bench, Row } from './row.ts';

const TIMES = 4;
const TURNS = 7;
const START_TURNS = 21;
const QUIET_MEGABYTES = 300;
const DENSE_MEGABYTES = 30;
/** In the app, until the answer to a key is there. */
const KEY_MS = 30;

/** Start-up, speed and keys of the program with four times the entries. */
export async function growth({ node, bin, folder }: Bench, knowledge: Knowledge, text: string): Promise<Row[]> {
  const grown = join(folder, 'grown/bin/zerogpu-advisor.js');
  install(dirname(dirname(bin)), dirname(dirname(grown)), withMore(knowledge));
  const [quiet, dense] = [join(folder, 'quiet'), join(folder, 'dense')];
  writeFileSync(quiet, Buffer.concat([...blocks(logBlock([text], 10_000), QUIET_MEGABYTES)]));
  writeFileSync(dense, drawn(DENSE_MEGABYTES));
  const ratio = (args: string[], input: string, turns: number): number => {
    const run = (name: string, program: string): Run => ({ name, file: node, args: [program, 'diagnose', '--json', ...args], input });
    const ms = bests([run('now', bin), run('grown', grown)], turns);
    return (ms.get('grown') as number) / (ms.get('now') as number);
  };
  const row = (what: string, measured: number, target: number, isSpeed: boolean): Row => {
    return {
      what: `${TIMES} × the entries: ${what}`,
      measured,
      unit: '×',
      against: 'as it is',
      target,
      ...(isSpeed ? { atLeast: true } : {}),
    };
  };
  return [
    row('`diagnose` of a short text', ratio([], text, START_TURNS), 1.1, false),
    row('speed on quiet lines', 1 / ratio([quiet], '', TURNS), 0.8, true),
    row('speed on real texts', 1 / ratio([dense], '', TURNS), 0.5, true),
    { what: `${TIMES} × the entries: a key in the app`, measured: await firstKeys(grown), unit: 'ms', against: '', target: KEY_MS },
  ];
}

/** The same program in another folder, with this knowledge. */
function install(from: string, to: string, knowledge: Knowledge): void {
  for (const part of ['bin', 'dist', 'package.json']) cpSync(join(from, part), join(to, part), { recursive: true });
  mkdirSync(join(to, 'dist'), { recursive: true });
  const errors = new Library(knowledge).errors();
  const table = { ...tableOf(errors), windows: new Matcher(errors, undefined, marksOf(knowledge)).gate?.offsets ?? [] };
  for (const [name, bytes] of Object.entries(pack(knowledge, table))) writeFileSync(join(to, 'dist', name), bytes);
}

/** Each entry some more times; of an error with other words in its patterns. */
function withMore(knowledge: Knowledge): Knowledge {
  const random = randomFrom(TIMES);
  const errors = knowledge.entries.filter((entry): entry is ErrorEntry => entry.kind === 'error');
  const words = [
    ...new Set(
      errors.flatMap(({ signature }) => signature.patterns.flatMap(({ literals }) => literals.join(' ').match(/[a-z]{4,12}/g) ?? [])),
    ),
  ];
  const some = (): string => words[random(words.length)] as string;
  const patternLike = (pattern: Pattern): Pattern => {
    const source = `${some()} ${some()} .{1,40}${some()} ${some()}`;
    return { ...pattern, source, literals: literalsOf(source) };
  };
  const entries = knowledge.entries.flatMap((entry) =>
    Array.from({ length: TIMES }, (_, copy) => {
      if (copy === 0) return entry;
      const other = { ...entry, id: `${entry.id}-${copy}`, aka: [] };
      if (other.kind !== 'error') return other;
      const patterns = other.signature.patterns.map(patternLike);
      return {
        ...other,
        signature: { ...other.signature, patterns, unless: [], near: [], overrides: [], explains: [], instead: [] },
      };
    }),
  );
  return { ...knowledge, entries };
}
