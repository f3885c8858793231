/** The history: every screen in the order in which it was left last, and of each the one that it was opened from. */
import { type State, type View, viewNow } from './state.ts';

/** Older views are forgotten beyond this, diagnoses excepted. */
const LONGEST = 200;

/**
 * Opens a view at the end of the history. Where one was comes right before it, so that the history leads back there first; home stays
 * where it is, for Esc leads there. One step back leads to `from`: where one was, unless something else is said.
 */
export function go(state: State, view: View, from: number | null = viewNow(state).id): State {
  const id = 1 + Math.max(...state.views.map((each) => each.id));
  const all = state.views.length < LONGEST ? state.views : withoutOldest(state.views, state.at);
  const here = viewNow(state);
  const kept = here.subject.screen === 'home' ? all : [...all.filter((each) => each !== here), here];
  return { ...state, views: [...kept, { ...view, id, from }], at: kept.length };
}

function withoutOldest(views: readonly View[], at: number): View[] {
  const oldest = views.findIndex(({ subject }, index) => index !== at && subject.screen !== 'diagnosis' && subject.screen !== 'home');
  return views.filter((_, index) => index !== oldest);
}

/** The state at the view with this id; null when there is none. */
export function goTo(state: State, id: number | null): State | null {
  const at = id === null ? -1 : state.views.findIndex((view) => view.id === id);
  return at < 0 ? null : { ...state, at };
}

/** The state `by` views on in the history; null beyond its ends. */
export function along(state: State, by: number): State | null {
  const at = state.at + by;
  return at < 0 || at >= state.views.length ? null : { ...state, at };
}

/** The view that the shown one was opened from. */
export function openerOf(state: State): View | undefined {
  const { from } = viewNow(state);
  return from === null ? undefined : state.views.find((view) => view.id === from);
}

/** The newest diagnosis of the history that has something in it. */
export function lastDiagnosis({ views }: State): View | undefined {
  return views.filter(hasDiagnosis).reduce<View | undefined>((last, view) => (last && last.id > view.id ? last : view), undefined);
}

function hasDiagnosis({ subject }: View): boolean {
  return subject.screen === 'diagnosis' && (subject.result.diagnosis.bytes > 0 || subject.origin.isReading);
}
