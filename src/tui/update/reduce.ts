/** State × what happened → state, and what the outside has to do. Pure: no key is read, nothing is written here. */
import type { DiagnosisResult } from '../../core/result.ts';
import { neutraliseAndMask } from '../../core/text/neutralise-and-mask.ts';
import { edit, type Field, fieldOf, insert } from '../state/field.ts';
import { go } from '../state/history.ts';
import { commandFor, worksAt } from '../state/keys.ts';
import { type State, type Transition, viewNow, viewOf, type WindowSize, withoutEffects, withView } from '../state/state.ts';
import type { Press } from '../terminal/key-names.ts';
import { type Scene, sceneOf, typedIn } from '../view/scene.ts';
import type { World } from '../world.ts';
import { readPaste } from './intake.ts';
import { type LiveAction, live } from './live.ts';
import { perform } from './perform.ts';
import { jumpToFound } from './reading.ts';

export type Action =
  | { type: 'press'; press: Press }
  | { type: 'paste'; text: string }
  | { type: 'resize'; size: WindowSize }
  | LiveAction
  | { type: 'status'; text: string };

/** The next state. */
export function reduce(state: State, action: Action, world: World): Transition {
  switch (action.type) {
    case 'press':
      return press({ ...state, status: null }, action.press, world);
    case 'paste':
      return paste({ ...state, status: null }, action.text, world);
    case 'resize':
      return withoutEffects(resize(state, action.size, world));
    case 'live':
      return withoutEffects(live(state, action, world));
    case 'status':
      return withoutEffects({ ...state, status: neutraliseAndMask(action.text) });
  }
}

function press(state: State, press: Press, world: World): Transition {
  const scene = sceneOf(state, world);
  const isField = scene.isTyping && scene.layout.kind !== 'small';
  const key = 'key' in press ? press.key : press.text === ' ' ? 'space' : press.text;
  if (isField && 'key' in press) {
    const edited = editField(state, scene, key, world);
    if (edited) return withoutEffects(edited);
  }
  const command = commandFor(key, isField, typedIn(scene) === '');
  if (command && worksAt(command, scene.place)) return perform(state, command, key, world);
  return withoutEffects(isField && 'text' in press ? type(state, scene, press.text, world) : state);
}

/** A letter in a field; on the home screen the first one starts a search. A slash before any word is the habit of a searcher. */
function type(state: State, scene: Scene, text: string, world: World): State {
  const { view } = scene;
  if (view.find?.isTyping) return withFind(state, insert(view.find.field, text), world);
  const field = view.field ?? fieldOf('');
  if (field.text === '' && text === '/') return state;
  const next = insert(field, text);
  return view.subject.screen === 'home' ? go(state, viewOf({ screen: 'search' }, next)) : withField(state, next);
}

function withField(state: State, field: Field): State {
  const isSame = viewNow(state).field?.text === field.text;
  return withView(state, isSame ? { field } : { field, selected: 0, rowTop: 0, scroll: 0 });
}

/** The words of the search in the page, or of the filter, which begins at its first row again. */
function withFind(state: State, field: Field, world: World): State {
  const isSame = viewNow(state).find?.field.text === field.text;
  const typed = withView(state, { find: { field, isTyping: true, current: 0 } });
  if (sceneOf(typed, world).place === 'filter') return isSame ? typed : withView(typed, { selected: 0, rowTop: 0 });
  return jumpToFound(typed, world);
}

function editField(state: State, { view }: Scene, key: string, world: World): State | null {
  if (view.find?.isTyping) {
    if (key === 'backspace' && view.find.field.text === '') return withView(state, { find: null });
    const edited = edit(view.find.field, key);
    return edited && withFind(state, edited, world);
  }
  if (!view.field) return null;
  const edited = edit(view.field, key);
  return edited && withField(state, edited);
}

/** A single line that is no longer than this is a query; what is longer is a text to diagnose. */
export const LONGEST_QUERY = 160;

/** A paste is text, never keys: into a field, if it is one line and there is one; else it is diagnosed. */
function paste(state: State, raw: string, world: World): Transition {
  const lines = raw.replace(/\r\n?/g, '\n');
  // The blank behind a piece of a line stays: what is typed next belongs to another word.
  const text = lines.includes('\n') ? lines.trimEnd() : lines;
  if (text.trim() === '') return withoutEffects(state);
  const { view } = sceneOf(state, world);
  const isLine = !text.includes('\n') && text.length <= LONGEST_QUERY;
  if (isLine && view.find?.isTyping) return withoutEffects(withFind(state, insert(view.find.field, text), world));
  const { screen } = view.subject;
  if (isLine && view.field && (screen === 'search' || screen === 'plan')) return withoutEffects(withField(state, insert(view.field, text)));
  if (isLine && view.field && (screen === 'home' || screen === 'paste') && !isKnown(world.diagnose(text)))
    return withoutEffects(
      screen === 'home' ? go(state, viewOf({ screen: 'search' }, fieldOf(text))) : withField(state, insert(view.field, text)),
    );
  return readPaste(state, text, world);
}

/** A line on the home screen that is no error is a question, and where one may paste it is only a beginning. */
function isKnown({ diagnoses, failures, notices }: DiagnosisResult): boolean {
  return diagnoses.length + failures.length + notices.length > 0;
}

/** Another size: one stays at the same part of the text. */
function resize(state: State, size: WindowSize, world: World): State {
  const before = sceneOf(state, world);
  const resized = { ...state, size };
  const after = sceneOf(resized, world);
  const { scroll } = before;
  if (scroll === 0 || before.maxScroll === 0 || before.paper?.lines.length === after.paper?.lines.length) return resized;
  const share = scroll / Math.max(1, before.paper?.lines.length ?? 1);
  // Of a log that is followed the end shows at any size.
  return withView(resized, { scroll: Math.min(after.maxScroll, Math.round(share * (after.paper?.lines.length ?? 0))) });
}
