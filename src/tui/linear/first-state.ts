/** The state that the command line asks for. A log is read to its end first; what is found meanwhile is said as it comes. */
import type { DiagnosisResult } from '../../core/result.ts';
import type { AppOptions } from '../run.tsx';
import { type State, type View, viewOf } from '../state/state.ts';
import { originOf } from '../update/intake.ts';
import { openView } from '../update/open.ts';
import { startView } from '../update/start.ts';
import type { World } from '../world.ts';

/** The size is that of no window: nothing here is laid out in one. */
const SIZE = { columns: 80, rows: 24 };
/** A log that comes slowly is told about this long after a line. */
const PATIENCE_MS = 400;

/** The first state; `write` says a line. */
export async function firstState({ command, words, readLog }: AppOptions, world: World, write: (text: string) => void): Promise<State> {
  const start = (view: View): State => ({ size: SIZE, views: [view], at: 0, status: null });
  if (!readLog) return start(startView(command, words, world.library));
  write('Reading the log. Findings are told as they come; Ctrl-C leaves.');
  const told = new Set<string>();
  let timer: NodeJS.Timeout | undefined;
  const { diagnosis, troubles } = await readLog((snapshot) => {
    timer ??= setTimeout(() => {
      timer = undefined;
      for (const line of freshIn(world.explain(snapshot()), told)) write(line);
    }, PATIENCE_MS);
  }, new AbortController().signal);
  clearTimeout(timer);
  const status = troubles.length > 0 ? troubles.map(({ what, help }) => `${what} ${help}`).join(' ') : null;
  if (status !== null && diagnosis.bytes === 0) return { ...start(openView({ screen: 'home' })), status };
  const origin = originOf('', words.length > 0 ? 'file' : 'pipe');
  return { ...start(viewOf({ screen: 'diagnosis', result: world.explain(diagnosis), origin })), status };
}

/** A sentence for each finding that was not told yet. */
function freshIn({ diagnoses }: DiagnosisResult, told: Set<string>): string[] {
  const fresh = diagnoses.filter(({ finding }) => !told.has(finding.id));
  for (const { finding } of fresh) told.add(finding.id);
  return fresh.map(({ finding, entry }) => `Found at line ${finding.firstLine}: ${entry.title} (${entry.id}).`);
}
