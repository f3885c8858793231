/** News from a log that is still being read: its diagnosis grows where it stands in the history, and one stays where one was. */
import { count } from '../../core/document/quantity.ts';
import type { Tail } from '../../core/log/log-tail.ts';
import type { DiagnosisResult } from '../../core/result.ts';
import { own } from '../../core/text/neutralise.ts';
import { LOG } from '../screens/diagnosis.ts';
import { modelOf } from '../screens/index.ts';
import { type State, type View, viewNow } from '../state/state.ts';
import type { World } from '../world.ts';

export interface LiveAction {
  type: 'live';
  result: DiagnosisResult;
  isReading: boolean;
  /** Number of the reading, and of the screen that it fills. */
  reading: number;
  /** The end of the log; null for one that was there at once. */
  tail: Tail | null;
  /** Seconds since its last line. */
  idle: number;
}

/** The state with the news. */
export function live(state: State, action: LiveAction, world: World): State {
  const at = state.views.findIndex(({ subject }) => subject.screen === 'diagnosis' && subject.origin.reading === action.reading);
  const before = state.views[at];
  if (!before) return state;
  const views = [...state.views];
  const after = grown(before, action, world);
  views[at] = after;
  const status = state.status ?? newsOf(before, after, viewNow(state) === before, world);
  return { ...state, views, status };
}

/** The view with what is known now. What one reads is found again by what it is about, for the order may be another. */
function grown(view: View, { result, isReading, tail, idle }: LiveAction, world: World): View {
  if (view.subject.screen !== 'diagnosis') return view;
  const { origin } = view.subject;
  const next = { ...view, subject: { ...view.subject, result, origin: { ...origin, isReading, idle, tail: tail ?? origin.tail } } };
  // Until now the log had no rows, or one screen of its own.
  if (origin.tail === null) return tail === null ? next : { ...next, selected: rowOf(next, LOG, world) };
  const key = keysOf(view, world)[view.selected] ?? LOG;
  return { ...next, selected: rowOf(next, key, world) };
}

/** The rows of a view by their keys. */
function keysOf(view: View, world: World): (string | undefined)[] {
  return modelOf(view, world, undefined).rows.map(({ key }) => key);
}

/** The row that is about the same; what has become a consequence stands under its cause; else the log. */
function rowOf(view: View, key: string, world: World): number {
  const keys = keysOf(view, world);
  const at = keys.indexOf(key);
  if (at >= 0) return at;
  const cause = view.subject.screen === 'diagnosis' ? view.subject.result.diagnosis.findings.find(({ id }) => id === key)?.causedBy : null;
  const under = cause ? keys.indexOf(`after ${cause}`) : -1;
  return Math.max(0, under >= 0 ? under : keys.indexOf(LOG));
}

/** A sentence on what is new: to somebody who reads something else, and at the end. */
function newsOf(before: View, after: View, isHere: boolean, world: World): string | null {
  if (before.subject.screen !== 'diagnosis' || after.subject.screen !== 'diagnosis' || after.subject.origin.tail === null) return null;
  const found = after.subject.result.diagnosis.findings.length;
  if (before.subject.origin.isReading && !after.subject.origin.isReading)
    return own(`The log has ended: ${count(found, 'finding')}.${isHere && found > 0 ? ' Press 1 for the first.' : ''}`);
  if (isHere) return null;
  const known = new Set(keysOf(before, world));
  const fresh = modelOf(after, world, undefined).rows.find(({ key }) => key !== undefined && !known.has(key) && key !== LOG);
  return fresh && found > before.subject.result.diagnosis.findings.length ? own(`New in the log: ${fresh.label}`) : null;
}
