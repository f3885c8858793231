/** A text that somebody pasted or typed → its diagnosis on the screen. */

import { clip, neutralise } from '../../core/text/neutralise.ts';
import { mask } from '../../core/text/secrets.ts';
import { go } from '../state/history.ts';
import { type Origin, type State, viewOf } from '../state/state.ts';
import type { World } from '../world.ts';

/** More than this is for a pipe. */
const MOST_PASTED = 2 * 1024 * 1024;
const LONGEST_SHOWN = 200;

/** Opens the diagnosis of a text. */
export function diagnoseText(state: State, text: string, name: Origin['name'], world: World): State {
  const kept = text.slice(0, MOST_PASTED);
  const result = world.diagnose(kept);
  const opened = go(state, viewOf({ screen: 'diagnosis', result, origin: originOf(kept, name) }));
  // It stands on top of the home screen, chosen.
  const views = opened.views.map((view) => (view.subject.screen === 'home' ? { ...view, selected: 0, rowTop: 0 } : view));
  const status = kept.length < text.length ? 'Only the first 2 MB were read. Pipe the whole log: … | zerogpu-advisor -i' : null;
  return { ...opened, views, status };
}

/** Where a text came from, with its first and last line. */
export function originOf(text: string, name: Origin['name']): Origin {
  const lines = text.split('\n').filter((line) => line.trim() !== '');
  const short = (line: string | undefined) => clip(mask(neutralise((line ?? '').trim())), LONGEST_SHOWN);
  return { name, first: short(lines[0]), last: short(lines.at(-1)), isReading: false, tail: null, idle: 0 };
}
