/** Every regular expression that a log or an argument can meet: those of the content, and those written in the source. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAst } from 'vitest/node';
import type { Expression } from '../knowledge/patterns/regex-safety.ts';

export interface Found extends Expression {
  file: string;
}

const SOURCE = join(import.meta.dirname, '..');

/** The expressions of the program itself, literals and those put together when a module is loaded. */
export async function sourceExpressions(): Promise<Found[]> {
  const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).filter((file) => /^(?!build|knowledge)[^.]+\.tsx?$/.test(file));
  const literal = files.flatMap((file) => literalsIn(file));
  return [...literal, ...(await constructed(files.filter((file) => file.startsWith('core/') && isConstructing(file))))];
}

/** Patterns of content are put together in match.ts, per run: the content check has them. */
function isConstructing(file: string): boolean {
  return file !== 'core/match/match.ts' && readFileSync(join(SOURCE, file), 'utf8').includes('new RegExp(');
}

function literalsIn(file: string): Found[] {
  const tree = parseAst(readFileSync(join(SOURCE, file), 'utf8'), { lang: file.endsWith('x') ? 'tsx' : 'ts' });
  const found: Found[] = [];
  const walk = (node: unknown): void => {
    if (typeof node !== 'object' || node === null) return;
    const { regex } = node as { regex?: { pattern: string; flags: string } };
    if (regex) found.push({ file, source: regex.pattern, flags: regex.flags });
    else for (const child of Object.values(node)) walk(child);
  };
  walk(tree);
  return found;
}

/** Loads modules anew while the constructor takes notes. */
async function constructed(files: string[]): Promise<Found[]> {
  const found: Found[] = [];
  const Real = globalThis.RegExp;
  for (const file of files) {
    globalThis.RegExp = new Proxy(Real, {
      construct(target, [source, flags]: [string, string?]) {
        if (typeof source === 'string') found.push({ file, source, flags: flags ?? '' });
        return new target(source, flags);
      },
    });
    try {
      await import(`${join(SOURCE, file)}?noted=${Date.now()}`);
    } finally {
      globalThis.RegExp = Real;
    }
  }
  return found;
}
