/** Moving: through rows, text, the left pane or an overlay, whichever has the keys. */
import type { KeyCommand } from '../state/bindings.ts';
import { type State, type View, withView } from '../state/state.ts';
import { keepInView } from '../view/row-lines.ts';
import { type Stage, stageOf } from '../view/stage.ts';
import { step } from '../view/stage-rows.ts';
import type { World } from '../world.ts';

const FAR = 1_000_000;

/** How far a command moves, in lines or rows; null when it does not move. */
function distanceOf(command: KeyCommand, height: number): number | null {
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
export function move(state: State, command: KeyCommand, world: World): State | null {
  const stage = stageOf(state, world);
  const by = distanceOf(command, stage.active === 'text' ? stage.textHeight : stage.height);
  return by === null ? null : withView(state, moved(stage, by));
}

function moved(stage: Stage, by: number): Partial<View> {
  const { view } = stage;
  switch (stage.active) {
    case 'overlay':
      return view.overlay ? { overlay: { ...view.overlay, selected: step(stage.overlayRows, view.overlay.selected, by) } } : {};
    case 'side':
      return { sideSelected: step(stage.sideRows, stage.sideSelected, by) };
    case 'text':
      return scrolled(stage, stage.scroll + by);
    case 'rows':
      return select(stage, step(stage.rows, stage.selected, by));
  }
}

/** The view with its text elsewhere. A log that comes is held where one reads, and followed again from its end. */
export function scrolled({ model, view, maxScroll }: Stage, to: number): Partial<View> {
  const scroll = Math.max(0, Math.min(maxScroll, to));
  const isLive = view.subject.screen === 'diagnosis' && view.subject.origin.isReading && model.place === 'log';
  if (!isLive) return { scroll };
  return to > maxScroll ? { scroll, held: null } : { scroll, held: view.held ?? tailOf(view) };
}

/** The view with another row chosen: its text starts at the top, the window of rows follows, and it is not new any more. */
export function select(stage: Stage, selected: number): Partial<View> {
  const { rows, rowsWidth, view } = stage;
  const height = stage.rowsHeight > 0 ? stage.rowsHeight : stage.height;
  const rowTop = keepInView(rows, view.rowTop, selected, height, rowsWidth);
  const key = rows[selected]?.key;
  const seen = key === undefined || view.seen.includes(key) ? view.seen : [...view.seen, key];
  return selected === stage.selected
    ? { selected, rowTop, seen }
    : { selected, rowTop, seen, scroll: 0, find: keptFilter(stage), snippet: null };
}

/** A filter stays while one chooses; a search inside a text ends with it. */
function keptFilter({ view, model }: Stage): View['find'] {
  return model.arrangement === 'rows' ? view.find : null;
}

function tailOf({ subject }: View): View['held'] {
  return subject.screen === 'diagnosis' ? subject.origin.tail : null;
}
