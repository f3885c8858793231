/** Within a text: the search and its places, from one to the next of them, and round the end. */

import { type State, withView } from '../state/state.ts';
import { findMarks, isInView } from '../view/found.ts';
import { type Scene, sceneOf } from '../view/scene.ts';
import type { World } from '../world.ts';
import { scrolled } from './move.ts';

/** Scrolls to the place of the search that is next from where one reads. */
export function jumpToFound(state: State, world: World): State {
  const scene = sceneOf(state, world);
  const marks = findMarks(scene);
  const at = Math.max(
    0,
    marks.findIndex(({ line }) => line >= scene.scroll),
  );
  return toFound(state, scene, at, marks.length);
}

/** Goes `by` places on, round the end. */
export function nextFound(state: State, by: number, world: World): State {
  const scene = sceneOf(state, world);
  const total = findMarks(scene).length;
  if (total === 0 || !scene.view.find) return state;
  return toFound(state, scene, (scene.view.find.current + by + total) % total, total);
}

function toFound(state: State, scene: Scene, current: number, total: number): State {
  const { find } = scene.view;
  if (!find) return state;
  const line = total > 0 ? findMarks(scene)[current]?.line : undefined;
  const moved = line === undefined || isInView(scene, line) ? {} : scrolled(scene, line - Math.floor(scene.textHeight / 3));
  return withView(state, { find: { ...find, current }, ...moved });
}
