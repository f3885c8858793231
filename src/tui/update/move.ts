/** Moving: through rows, text, the left pane or an overlay, whichever has the keys. */
import type { KeyCommand } from '../state/bindings.ts';
import { type State, type View, withView } from '../state/state.ts';
import { keepInView } from '../view/row-lines.ts';
import { type Scene, sceneOf } from '../view/scene.ts';
import { step } from '../view/scene-rows.ts';
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
  const scene = sceneOf(state, world);
  const by = distanceOf(command, scene.active === 'text' ? scene.textHeight : scene.height);
  return by === null ? null : withView(state, moved(scene, by));
}

function moved(scene: Scene, by: number): Partial<View> {
  const { view } = scene;
  switch (scene.active) {
    case 'overlay':
      return view.overlay ? { overlay: { ...view.overlay, selected: step(scene.overlayRows, view.overlay.selected, by) } } : {};
    case 'side':
      return { sideSelected: step(scene.sideRows, scene.sideSelected, by) };
    case 'text':
      return scrolled(scene, scene.scroll + by);
    case 'rows':
      return select(scene, step(scene.rows, scene.selected, by));
  }
}

/** The view with its text elsewhere. A log that comes is held where one reads, and followed again from its end. */
export function scrolled({ model, view, maxScroll }: Scene, to: number): Partial<View> {
  const scroll = Math.max(0, Math.min(maxScroll, to));
  const isLive = view.subject.screen === 'diagnosis' && view.subject.origin.isReading && model.place === 'log';
  if (!isLive) return { scroll };
  return to > maxScroll ? { scroll, held: null } : { scroll, held: view.held ?? tailOf(view) };
}

/** The view with another row chosen: its text starts at the top, the window of rows follows, and it is not new any more. */
export function select(scene: Scene, selected: number): Partial<View> {
  const { rows, rowsWidth, view } = scene;
  const height = scene.rowsHeight > 0 ? scene.rowsHeight : scene.height;
  const rowTop = keepInView(rows, view.rowTop, selected, height, rowsWidth);
  const key = rows[selected]?.key;
  const seen = key === undefined || view.seen.includes(key) ? view.seen : [...view.seen, key];
  return selected === scene.selected
    ? { selected, rowTop, seen }
    : { selected, rowTop, seen, scroll: 0, find: keptFilter(scene), snippet: null };
}

/** A filter stays while one chooses; a search inside a text ends with it. */
function keptFilter({ view, model }: Scene): View['find'] {
  return model.arrangement === 'rows' ? view.find : null;
}

function tailOf({ subject }: View): View['held'] {
  return subject.screen === 'diagnosis' ? subject.origin.tail : null;
}
