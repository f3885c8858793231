/** The folder that the program was started in or given, where it holds a Space: its report, and lines of its source. */
import { besideLog, checkSpace } from '../check/check-space.ts';
import { type Folder, isUnreadable } from '../check/space/folder.ts';
import { plainText } from '../check/space/text-file.ts';
import type { CheckReport } from '../core/check-report.ts';
import type { Library } from '../core/library/library.ts';
import type { DiagnosisResult, ProblemResult } from '../core/result.ts';
import type { SafeText } from '../core/text/neutralise.ts';
import { neutraliseAndMask } from '../core/text/neutralise-and-mask.ts';
import { openFolder } from './space-folder.ts';
import { spaceHere } from './space-here.ts';

export interface SpaceAtHand {
  name: SafeText;
  /** The findings; made once, when somebody looks. */
  report: () => CheckReport | ProblemResult;
  /** The lines around one of a file below the folder; null when it has none. */
  source: (file: string, line: number) => { from: number; line: number; lines: SafeText[] } | null;
  /** What the source adds to what a log shows. */
  beside: (result: DiagnosisResult) => DiagnosisResult;
}

/** Lines shown above and below the one that is meant. */
const AROUND = 4;

/** In: the folder that was named, else null. Out: its Space, or that of the folder one is in; null when nothing was named and here is none. */
export function spaceAtHand(named: string | null, library: () => Library): SpaceAtHand | null {
  const folder = named === null ? spaceHere() : openFolder(named);
  if (!folder) return null;
  const name = neutraliseAndMask(named === null || named === '.' ? 'this folder' : named);
  if ('what' in folder) return { name, report: () => ({ type: 'problem', ...folder }), source: () => null, beside: (result) => result };
  let report: CheckReport | ProblemResult | undefined;
  let add: ReturnType<typeof besideLog> | undefined;
  return {
    name,
    report: () => (report ??= checkSpace(folder, library(), [])),
    source: (file, line) => linesAround(folder, file, line),
    // What reads Python is loaded for a result that may name a file of it, not before.
    beside(result) {
      if (result.diagnoses.length + result.failures.length === 0) return result;
      add ??= besideLog(folder, library());
      return add(result);
    },
  };
}

function linesAround(folder: Folder, file: string, line: number): ReturnType<SpaceAtHand['source']> {
  const read = folder.read(file);
  if (read === null || isUnreadable(read)) return null;
  const lines = plainText(read).trimEnd().split('\n');
  const from = Math.max(1, line - AROUND);
  return line > lines.length ? null : { from, line, lines: lines.slice(from - 1, line + AROUND).map((each) => neutraliseAndMask(each)) };
}
