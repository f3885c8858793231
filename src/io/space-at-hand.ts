/** The folder that the program was started in or given, where it holds a Space: its report, and lines of its source. */
import { checkSpace } from '../check/check-space.ts';
import { type Folder, isUnreadable } from '../check/space/folder.ts';
import { plainText } from '../check/space/text-file.ts';
import type { CheckReport } from '../core/check-report.ts';
import type { Fact } from '../core/library/library.ts';
import type { ProblemResult } from '../core/result.ts';
import { neutralise, type SafeText } from '../core/text/neutralise.ts';
import { mask } from '../core/text/secrets.ts';
import { openFolder } from './space-folder.ts';

export interface SpaceAtHand {
  name: SafeText;
  /** The findings; made once, when somebody looks. */
  report: () => CheckReport | ProblemResult;
  /** The lines around one of a file below the folder; null when it has none. */
  source: (file: string, line: number) => { from: number; line: number; lines: SafeText[] } | null;
}

/** Lines shown above and below the one that is meant. */
const AROUND = 4;

/** In: the folder, and whether somebody asked for it. Out: the Space; null when nobody asked and it does not look like one. */
export function spaceAtHand(name: string, isAsked: boolean, facts: () => ReadonlyMap<string, Fact>): SpaceAtHand | null {
  const folder = openFolder(name);
  if ('what' in folder) return isAsked ? { name: safe(name), report: () => ({ type: 'problem', ...folder }), source: () => null } : null;
  if (!isAsked && !looksLikeSpace(folder)) return null;
  let report: CheckReport | ProblemResult | undefined;
  return {
    name: safe(name === '.' ? 'this folder' : name),
    report: () => (report ??= checkSpace(folder, facts(), [])),
    source: (file, line) => linesAround(folder, file, line),
  };
}

/** A README.md whose front matter names an SDK, as every Space has, or an app that imports what only ZeroGPU needs. */
function looksLikeSpace(folder: Folder): boolean {
  return (
    /^---\r?\n(?:[^\n]{0,500}\n){0,60}?sdk:/.test(textOf(folder, 'README.md')) ||
    /^(?:import|from) spaces\b/m.test(textOf(folder, 'app.py'))
  );
}

function textOf(folder: Folder, path: string): string {
  const read = folder.read(path);
  return read === null || isUnreadable(read) ? '' : plainText(read);
}

function linesAround(folder: Folder, file: string, line: number): ReturnType<SpaceAtHand['source']> {
  const read = folder.read(file);
  if (read === null || isUnreadable(read)) return null;
  const lines = plainText(read).trimEnd().split('\n');
  const from = Math.max(1, line - AROUND);
  return line > lines.length ? null : { from, line, lines: lines.slice(from - 1, line + AROUND).map(safe) };
}

function safe(text: string): SafeText {
  return mask(neutralise(text));
}
