/** `npm run docs`: prints the README's tables from the registry and the key table; a test fails when they are stale. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { GLOBAL_FLAGS } from '../commands/command.ts';
import { COMMANDS } from '../commands/index.ts';
import type { Basis } from '../core/library/entry.ts';
import { Library } from '../core/library/library.ts';
import { readContent } from '../knowledge/read/files.ts';
import { assemble } from '../knowledge/read/library.ts';
import { BINDINGS } from '../tui/state/bindings.ts';

/** The README with every part between `<!-- name -->` and `<!-- /name -->` printed anew. */
export function fillReadme(readme: string, library: Library): string {
  const parts: Record<string, string> = { commands: commandTable(), flags: flagTable(), keys: keyTable(), counts: counts(library) };
  return readme.replace(/<!-- (\w+) -->[\s\S]*?<!-- \/\1 -->/g, (whole, name: string) => {
    const part = parts[name];
    return part === undefined ? whole : `<!-- ${name} -->\n${part}\n<!-- /${name} -->`;
  });
}

function table(head: string[], rows: string[][]): string {
  const line = (cells: string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}

function commandTable(): string {
  return table(
    ['command', 'what it does'],
    COMMANDS.map(({ name, usage, about }) => [`\`${`${name} ${usage}`.trim()}\``, about]),
  );
}

function flagTable(): string {
  const rows = GLOBAL_FLAGS.map(({ name, short, value, about }) => [
    `\`${short ? `-${short} ` : ''}--${name}${value ? ` ${value}` : ''}\``,
    about,
  ]);
  return table(['flag', 'what it does'], rows);
}

function keyTable(): string {
  return table(
    ['key', 'what it does'],
    BINDINGS.map(({ shown, help }) => [shown, help]),
  );
}

function counts(library: Library): string {
  const of = (kind: Parameters<Library['list']>[0]) => library.list(kind).length;
  const known = (kind: Basis['kind']) => library.errors().filter(({ basis }) => basis?.kind === kind).length;
  return [
    `${of('error')} errors, ${of('rule')} rules, ${of('guide')} guides and ${of('tree')} decision trees; each with its sources and the day it was checked against them.`,
    `How the errors are known: ${known('reproduced')} were reproduced with the real packages ([test/lab](test/lab/README.md)), ${known('source')} were read in their source,`,
    `${known('documented')} are documented, ${known('reported')} are reported by people.`,
  ].join('\n');
}

if (process.argv[1] === import.meta.filename) {
  const root = join(import.meta.dirname, '../..');
  const library = new Library(assemble(readContent(join(root, 'content'))).knowledge);
  const path = join(root, 'README.md');
  writeFileSync(path, fillReadme(readFileSync(path, 'utf8'), library));
}
