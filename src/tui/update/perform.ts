/** What each command does to the state. Moving is in move.ts, opening and going back in open.ts, the search inside a text in reading.ts. */
import type { KeyCommand } from '../state/bindings.ts';
import { fieldOf } from '../state/field.ts';
import { along, go } from '../state/history.ts';
import { type Overlay, type State, type Transition, type View, viewNow, withView } from '../state/state.ts';
import { sceneOf } from '../view/scene.ts';
import type { World } from '../world.ts';
import { copyPage, copySnippet, moveSnippet } from './copying.ts';
import { move, scrolled } from './move.ts';
import { back, open, openView, pick } from './open.ts';
import { nextFound } from './reading.ts';

/** Runs a command; `key` is the key that stood for it. */
export function perform(state: State, command: KeyCommand, key: string, world: World): Transition {
  switch (command) {
    case 'open':
      return open(state, world);
    case 'back':
      return back(state, world);
    case 'pick':
      return pick(state, Number(key), world);
    case 'copySnippet':
      return copySnippet(state, world);
    case 'copyPage':
      return copyPage(state, world);
    case 'quit':
      return { state, effects: [{ type: 'exit', code: 0 }] };
    case 'leave':
      return { state, effects: [{ type: 'exit', code: 130 }] };
    case 'suspend':
    case 'repaint':
      return { state, effects: [{ type: command }] };
    default:
      return { state: changed(state, command, world), effects: [] };
  }
}

/** The state after a command that needs nothing from outside. */
function changed(state: State, command: KeyCommand, world: World): State {
  switch (command) {
    case 'search':
      return search(state, world);
    case 'next':
      return nextFound(state, 1, world);
    case 'previous':
      return nextFound(state, -1, world);
    case 'historyBack':
      return along(state, -1) ?? { ...state, status: 'This is the first screen of the history.' };
    case 'historyForward':
      return along(state, 1) ?? { ...state, status: 'This is the last screen of the history.' };
    case 'otherPane':
      return otherPane(state, world);
    case 'nextSnippet':
      return moveSnippet(state, 1, world);
    case 'previousSnippet':
      return moveSnippet(state, -1, world);
    case 'outline':
      return overlay(state, 'outline', 'There is no outline here: the page is short.', world);
    case 'source':
      return overlay(state, 'sources', 'There is no source here.', world);
    case 'follow':
      return follow(state, world);
    case 'nearFindings':
      return withView(state, { isNearOnly: !viewNow(state).isNearOnly, scroll: 0 });
    case 'paste':
      return go(state, openView({ screen: 'paste' }));
    case 'help':
      return go(state, openView({ screen: 'help', about: sceneOf(state, world).model.place }));
    default:
      return move(state, command, world) ?? state;
  }
}

/** Tab; where there is nothing beside the text, it says so. */
function otherPane(state: State, world: World): State {
  const focus = sceneOf(state, world).view.focus === 'main' ? 'side' : 'main';
  const moved = withView(state, { focus });
  if (sceneOf(moved, world).active !== sceneOf(state, world).active) return moved;
  return { ...state, status: 'There is only one pane here.' };
}

/** A slash: within the list, within the text, or in everything. */
function search(state: State, world: World): State {
  const { model } = sceneOf(state, world);
  const isOwnText = model.arrangement === 'text' || model.arrangement === 'rows-then-text';
  if (isOwnText || model.place === 'list')
    return withView(state, { overlay: null, find: emptyFind(), selected: ownRow(state, model.place) });
  return go(state, openView({ screen: 'search' }));
}

function emptyFind(): View['find'] {
  return { field: fieldOf(''), isTyping: true, current: 0 };
}

/** A filter begins at the first row that it leaves. */
function ownRow(state: State, place: string): number {
  return place === 'list' ? 0 : viewNow(state).selected;
}

function overlay(state: State, kind: Overlay['kind'], otherwise: string, world: World): State {
  const opened = withView(state, { overlay: { kind, selected: 0 } });
  return sceneOf(opened, world).overlayRows.length > 0 ? opened : { ...state, status: otherwise };
}

/** Holds the end of a log where it is, or goes on with it. */
function follow(state: State, world: World): State {
  const scene = sceneOf(state, world);
  const { subject, held } = scene.view;
  if (subject.screen !== 'diagnosis' || !subject.origin.isReading)
    return { ...state, status: 'The log has ended: all that is kept is here.' };
  return withView(state, held === null ? scrolled(scene, scene.scroll) : { held: null });
}
