/** Within a text: the search and its places, the outline, the snippet in view. */

import { type State, withView } from '../state/state.ts';
import { findMarks, type Stage, stageOf } from '../view/stage.ts';
import type { World } from '../world.ts';

/** Scrolls to the place of the search that is next from where one reads. */
export function jumpToFound(state: State, world: World): State {
  const stage = stageOf(state, world);
  const marks = findMarks(stage);
  const from = Math.min(stage.view.scroll, stage.maxScroll);
  const at = Math.max(
    0,
    marks.findIndex(({ line }) => line >= from),
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
  const { find, scroll } = stage.view;
  if (!find) return state;
  const line = total > 0 ? findMarks(stage)[current]?.line : undefined;
  const isVisible = line !== undefined && line >= scroll && line < scroll + stage.textHeight;
  const next = line === undefined || isVisible ? scroll : Math.max(0, Math.min(stage.maxScroll, line - Math.floor(stage.textHeight / 3)));
  return withView(state, { find: { ...find, current }, scroll: next });
}

/** The snippet that is in view: at the place that was found, else the first; without one in view the next below, or the last. */
export function snippetInView(stage: Stage): { code: string; number: number; total: number } | null {
  const { paper, view, textHeight, maxScroll } = stage;
  if (!paper) return null;
  const top = Math.min(view.scroll, maxScroll);
  const found = view.find ? findMarks(stage)[view.find.current]?.line : undefined;
  const from = found !== undefined && found >= top && found < top + textHeight ? found : top;
  const all = paper.snippets;
  const next = all.findIndex(({ line, height }) => line + height > from);
  const snippet = all.at(next);
  return snippet ? { code: snippet.code, number: next < 0 ? all.length : next + 1, total: all.length } : null;
}
