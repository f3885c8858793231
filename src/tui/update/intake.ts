/** A text that somebody pasted or typed → its diagnosis on the screen. */

import { neutraliseAndMask } from '../../core/text/neutralise-and-mask.ts';
import { go } from '../state/history.ts';
import { type Origin, type State, type Transition, viewOf } from '../state/state.ts';
import type { World } from '../world.ts';

const MB = 1024 * 1024;
/** More than this is for a pipe. */
const MOST_PASTED = 2 * MB;
const LONGEST_SHOWN = 200;
/** Longer texts are read in turns with the keys. */
const LONGEST_AT_ONCE = 16 * 1024;
const CUT = `Only the first ${MOST_PASTED / MB} MB were read. Pipe the whole log: … | zerogpu-advisor -i`;

/** Opens the diagnosis of a text. */
export function diagnoseText(state: State, text: string, name: Origin['name'], world: World): State {
  const kept = text.slice(0, MOST_PASTED);
  const result = world.diagnose(kept);
  const opened = go(state, viewOf({ screen: 'diagnosis', result, origin: originOf(kept, name) }));
  return { ...withHomeAtTop(opened), status: kept.length < text.length ? CUT : null };
}

/** The diagnosis stands on top of the home screen, chosen. */
function withHomeAtTop(state: State): State {
  return { ...state, views: state.views.map((view) => (view.subject.screen === 'home' ? { ...view, selected: 0, rowTop: 0 } : view)) };
}

/** The same, but of a long text only the screen is opened: it fills while the text is read. */
export function readPaste(state: State, text: string, world: World): Transition {
  if (text.length <= LONGEST_AT_ONCE) return { state: diagnoseText(state, text, 'paste', world), effects: [] };
  const kept = text.slice(0, MOST_PASTED);
  const reading = 1 + Math.max(0, ...state.views.map(({ subject }) => (subject.screen === 'diagnosis' ? subject.origin.reading : 0)));
  const origin: Origin = { ...originOf(kept, 'paste'), isReading: true, reading };
  const opened = withHomeAtTop(go(state, viewOf({ screen: 'diagnosis', result: world.diagnose(''), origin })));
  return { state: { ...opened, status: kept.length < text.length ? CUT : null }, effects: [{ type: 'read', text: kept, reading }] };
}

/** Where a text came from, with its first and last line. */
export function originOf(text: string, name: Origin['name']): Origin {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const short = (line: string | undefined) => neutraliseAndMask((line ?? '').trim(), LONGEST_SHOWN);
  return { name, first: short(lines[0]), last: short(lines.at(-1)), isReading: false, reading: 0, tail: null, idle: 0 };
}
