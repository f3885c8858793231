/** `diagnose`: what a log shows, root cause first; beside the source where the Space's folder is at hand. */
import { besideLog } from '../check/check-space.ts';
import { findApps, noApp } from '../check/space/apps.ts';
import type { Folder } from '../check/space/folder.ts';
import { explain } from '../core/explain/explain.ts';
import { NO_SEARCH } from '../core/explain/nearest.ts';
import type { Library } from '../core/library/library.ts';
import type { DiagnosisResult } from '../core/result.ts';
import type { Command } from './command.ts';

export const diagnose: Command = {
  name: 'diagnose',
  usage: '[FILE…]',
  about: 'find the root cause in a log, from files or standard input',
  examples: [
    { line: 'hf spaces logs USER/SPACE | zerogpu-advisor', about: 'diagnose the run log of a Space' },
    { line: 'hf spaces logs USER/SPACE --build | zerogpu-advisor diagnose -', about: 'diagnose its build log' },
    { line: 'zerogpu-advisor diagnose run.log --markdown', about: 'a report to paste into an issue' },
    { line: 'zerogpu-advisor diagnose run.log --app my-space', about: 'with your own lines, and the fix as a diff of them' },
  ],
  flags: [
    { name: 'full', about: 'the whole page of every finding, instead of its card' },
    { name: 'app', value: 'DIR', about: 'the Space’s own source, shown beside the log; not needed inside its folder' },
  ],
  exit: '0 when something was recognised, 1 when nothing was',
  completes: 'file',
  async run({ words, flags, library, index, folder, spaceHere, readLog }) {
    const source = flags.app === undefined ? spaceHere() : folder(String(flags.app));
    if (source && 'what' in source) return { type: 'problem', ...source };
    if (source && flags.app !== undefined && findApps(source, null).length === 0) return noApp(source);
    const beside = source ? addSource(source, library) : (result: DiagnosisResult) => result;
    const diagnosis = await readLog(words, (soFar) => beside(explain(library, NO_SEARCH, soFar)));
    if ('what' in diagnosis) return { type: 'problem', ...diagnosis };
    const result = explain(library, index, diagnosis);
    return { ...beside(result), isFull: Boolean(flags.full) };
  },
};

/** Adds what the folder tells. What reads Python is loaded for a result that may name a file of it, not before. */
function addSource(source: Folder, library: Library): (result: DiagnosisResult) => DiagnosisResult {
  let add: ReturnType<typeof besideLog> | undefined;
  return (result) => {
    if (result.diagnoses.length + result.failures.length === 0) return result;
    add ??= besideLog(source, library);
    return add(result);
  };
}
