/** What the app knows at any time: plain data, no React, no keys, no streams. */
import type { Kind } from '../../core/library/entry.ts';
import type { Tail } from '../../core/log/log-tail.ts';
import type { DiagnosisResult } from '../../core/result.ts';
import type { SafeText } from '../../core/text/neutralise.ts';
import type { Field } from './field.ts';
import type { Place } from './places.ts';

/** A window, in characters. */
export interface WindowSize {
  columns: number;
  rows: number;
}

/** What a screen is about. */
export type Subject =
  | { screen: 'home' }
  | { screen: 'search' }
  | { screen: 'list'; kind: Kind }
  /** `source`: the place in the Space's own files that it is read for. */
  | { screen: 'page'; id: string; source?: { file: string; line: number } }
  | { screen: 'tree'; id: string; answers: number[] }
  | { screen: 'diagnosis'; result: DiagnosisResult; origin: Origin }
  | { screen: 'plan'; answers: PlanAnswers; isTyped: boolean }
  | { screen: 'check' }
  | { screen: 'paste' }
  | { screen: 'help'; about: Place };

/** Answers by the names of the flags; null is skipped, missing is not asked yet. */
export type PlanAnswers = Record<string, string | null>;

/** Where a diagnosed log came from, and how it begins and ends, so that one sees what arrived. */
export interface Origin {
  name: 'paste' | 'pipe' | 'file' | 'line';
  first: SafeText;
  last: SafeText;
  /** More may come. */
  isReading: boolean;
  /** Number of the reading that fills this screen; 0 where all was read at once. */
  reading: number;
  /** The end of a log that was watched while it came; null for one that was there at once. */
  tail: Tail | null;
  /** Seconds since the last line, while more may come. */
  idle: number;
}

export type ScreenName = Subject['screen'];

/** A search inside the text, or the filter of a list. */
export interface Find {
  field: Field;
  isTyping: boolean;
  /** Index of the place that n and N are at. */
  current: number;
}

/** A list laid over the screen: the outline, the links, the sources. */
export interface Overlay {
  kind: 'outline' | 'links' | 'sources';
  selected: number;
}

/** One screen in the history, with everything needed to come back to it exactly as it was. */
export interface View {
  /** Counts up; a later screen has a greater one. */
  id: number;
  /** The view that it was opened from, by its id: where one step back leads. */
  from: number | null;
  subject: Subject;
  field: Field | null;
  selected: number;
  /** First row that shows, where there are more than fit. */
  rowTop: number;
  scroll: number;
  /** Which pane the keys move in. */
  focus: 'main' | 'side';
  sideSelected: number;
  find: Find | null;
  overlay: Overlay | null;
  /** The snippet that was chosen to be copied; null: the first in view. */
  snippet: number | null;
  /** Keys of the findings of a live log that were looked at. */
  seen: readonly string[];
  /** The end of the log as it was when it was held; null: it is followed. */
  held: Tail | null;
  /** Of the log only the lines around findings. */
  isNearOnly: boolean;
}

export interface State {
  size: WindowSize;
  /** The history, and nothing in it is dropped for what is opened later; `at` is where we are in it. */
  views: View[];
  at: number;
  /** One sentence in the place of the footer, until the next key; it has no role of the theme, as a notice has. */
  status: string | null;
}

/** What the reducer asks the outside to do. */
export type Effect =
  | { type: 'copy'; text: string; what: string }
  | { type: 'read'; text: string; reading: number }
  | { type: 'exit'; code: number }
  | { type: 'suspend' }
  | { type: 'repaint' };

/** The next state, and what it takes outside. */
export interface Transition {
  state: State;
  effects: Effect[];
}

/** The next state, where nothing is to be done outside. */
export function withoutEffects(state: State): Transition {
  return { state, effects: [] };
}

/** A fresh view of a subject. */
export function viewOf(subject: Subject, field: Field | null = null): View {
  return {
    id: 0,
    from: null,
    subject,
    field,
    selected: 0,
    rowTop: 0,
    scroll: 0,
    focus: 'main',
    sideSelected: 0,
    find: null,
    overlay: null,
    snippet: null,
    seen: [],
    held: null,
    isNearOnly: false,
  };
}

/** The view that is shown. */
export function viewNow(state: State): View {
  return state.views[state.at] as View;
}

/** The state with the shown view changed. */
export function withView(state: State, change: Partial<View>): State {
  const views = [...state.views];
  views[state.at] = { ...viewNow(state), ...change };
  return { ...state, views };
}
