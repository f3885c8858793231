/** Moving: through rows, text, the left pane or an overlay, whichever has the keys. */
import type { Command } from '../state/keys.ts';
import { type State, type View, withView } from '../state/state.ts';
import { keepInView } from '../view/row-lines.ts';
import { type Stage, stageOf, step } from '../view/stage.ts';
import type { World } from '../world.ts';

const FAR = 1_000_000;

/** How far a command moves, in lines or rows; null when it does not move. */
function distanceOf(command: Command, height: number): number | null {
  switch (command) {
    case 'up':
      return -1;
    case 'down':
      return 1;
    case 'pageUp':
      return -Math.max(1, height - 1);
    case 'pageDown':
      return Math.max(1, height - 1);
    case 'halfUp':
      return -Math.max(1, Math.floor(height / 2));
    case 'halfDown':
      return Math.max(1, Math.floor(height / 2));
    case 'top':
      return -FAR;
    case 'bottom':
      return FAR;
    default:
      return null;
  }
}

/** The state after a moving command; null when the command does not move. */
export function move(state: State, command: Command, world: World): State | null {
  const stage = stageOf(state, world);
  const by = distanceOf(command, stage.active === 'text' ? stage.textHeight : stage.height);
  return by === null ? null : withView(state, moved(stage, by));
}

function moved(stage: Stage, by: number): Partial<View> {
  const { view, model } = stage;
  switch (stage.active) {
    case 'overlay':
      return view.overlay ? { overlay: { ...view.overlay, selected: step(stage.overlayRows, view.overlay.selected, by) } } : {};
    case 'side':
      return { sideSelected: step(stage.sideRows, stage.sideSelected, by) };
    case 'text':
      return { scroll: Math.max(0, Math.min(stage.maxScroll, Math.min(view.scroll, stage.maxScroll) + by)) };
    case 'rows':
      return select(stage, step(model.rows, stage.selected, by));
  }
}

/** The view with another row chosen: its text starts at the top, and the window of rows follows. */
export function select(stage: Stage, selected: number): Partial<View> {
  const height = stage.rowsHeight > 0 ? stage.rowsHeight : stage.height;
  const rowTop = keepInView(stage.model.rows, stage.view.rowTop, selected, height);
  return selected === stage.selected ? { selected, rowTop } : { selected, rowTop, scroll: 0, find: null };
}
