/** Within a text: the search and its places, from one to the next of them, and round the end. */

import { type State, withView } from '../state/state.ts';
import { findMarks, isInView } from '../view/found.ts';
import { type Stage, stageOf } from '../view/stage.ts';
import type { World } from '../world.ts';
import { scrolled } from './move.ts';

/** Scrolls to the place of the search that is next from where one reads. */
export function jumpToFound(state: State, world: World): State {
  const stage = stageOf(state, world);
  const marks = findMarks(stage);
  const at = Math.max(
    0,
    marks.findIndex(({ line }) => line >= stage.scroll),
  );
  return toFound(state, stage, at, marks.length);
}

/** Goes `by` places on, round the end. */
export function nextFound(state: State, by: number, world: World): State {
  const stage = stageOf(state, world);
  const total = findMarks(stage).length;
  if (total === 0 || !stage.view.find) return state;
  return toFound(state, stage, (stage.view.find.current + by + total) % total, total);
}

function toFound(state: State, stage: Stage, current: number, total: number): State {
  const { find } = stage.view;
  if (!find) return state;
  const line = total > 0 ? findMarks(stage)[current]?.line : undefined;
  const moved = line === undefined || isInView(stage, line) ? {} : scrolled(stage, line - Math.floor(stage.textHeight / 3));
  return withView(state, { find: { ...find, current }, ...moved });
}
