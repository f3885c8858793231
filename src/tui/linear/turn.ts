/** One turn of the linear app: what is said about the state, and what an answer makes of it. Pure. */

import { modelOf } from '../screens/index.ts';
import { fieldOf } from '../state/field.ts';
import { along, go, lastDiagnosis } from '../state/history.ts';
import type { Model, Row } from '../state/model.ts';
import { type State, type View, viewNow, viewOf, withView } from '../state/state.ts';
import { diagnoseText } from '../update/intake.ts';
import { back, follow, open, openView } from '../update/open.ts';
import { LONGEST_QUERY } from '../update/reduce.ts';
import { filterRows } from '../view/filter.ts';
import { wrapText } from '../view/fit.ts';
import { type Paper, paperOf } from '../view/paper.ts';
import type { World } from '../world.ts';
import { helpLines } from './help.ts';

const WIDEST = 80;
const MOST_LISTED = 200;
/** Links that a page numbers itself. */
const NUMBERED = 9;

/** Everything that a screen has to say, in reading order, and what can be answered. */
export function say(state: State, world: World, columns = WIDEST): string {
  const view = viewNow(state);
  const model = shown(state, world);
  const body = view.subject.screen === 'help' ? helpLines() : (paperNow(model, columns)?.lines ?? []);
  const choices = choicesOf(model);
  // A page ends with its first links, numbered, already.
  const told = model.arrangement === 'text' ? NUMBERED : 0;
  const list = choices.slice(0, MOST_LISTED).map((row, index) => `${index + 1}. ${row.label}${row.note ? ` (${row.note})` : ''}`);
  const heading = model.title || 'zerogpu-advisor';
  const said = (text: string): string[] => text.split('\n').flatMap((line) => wrapText(line, widthOf(columns)));
  return [
    '',
    `${heading}.`,
    ...(view.subject.screen === 'help' ? body.flatMap(said) : body),
    ...(state.status ? said(state.status) : []),
    ...(list.length > told ? ['', `${countOf(list.length - told, told > 0)}:`, ...list.slice(told).flatMap(said)] : []),
    '',
    promptOf(view, list.length),
  ].join('\n');
}

/** What the view shows, a list as far as its filter leaves it. */
function shown(state: State, world: World): Model {
  const view = viewNow(state);
  const model = modelOf(view, world, lastDiagnosis(state));
  return view.find && model.place === 'list' ? { ...model, rows: filterRows(model.rows, view.find.field.text) } : model;
}

/** The text as it is said: of several findings all of them. */
function paperNow(model: Model, columns: number): Paper | null {
  const text = model.arrangement === 'rows-then-text' ? model.whole : model.text;
  return text.length === 0 ? null : paperOf(text, widthOf(columns), false);
}

function widthOf(columns: number): number {
  return Math.max(20, Math.min(WIDEST, columns));
}

function countOf(count: number, isMore: boolean): string {
  return `${count} ${isMore ? 'more ' : ''}${count === 1 ? 'choice' : 'choices'}`;
}

function promptOf(view: View, count: number): string {
  const number = count > 0 ? `a number from 1 to ${count}, ` : '';
  const value = isPlanValue(view) ? 'your value, ' : '';
  return `Type ${value}${number}words to search for, p and a log to diagnose, b for back, ? for help, or q to quit:`;
}

/** What can be chosen by its number: rows where there are any, else the links. */
function choicesOf(model: Model): Row[] {
  const rows = model.rows.filter((row) => row.target && row.target.to !== 'nothing');
  return rows.length > 0 ? rows : model.links;
}

/** The state after the answer; null to leave. Several lines at once were pasted: they are diagnosed. */
export function turn(before: State, lines: string[], world: World): State | null {
  const state: State = { ...before, status: null };
  if (lines.length > 1) return diagnoseText(state, lines.join('\n').replace(/^p\n/, ''), 'paste', world);
  const answer = (lines[0] ?? '').trim();
  const { subject, field } = viewNow(state);
  if (answer === '') return state;
  if (answer === 'q') return null;
  const moved = movedBy(answer, state, world);
  if (moved) return moved;
  if (subject.screen === 'plan' && field) return open(withView(state, { field: fieldOf(answer) }), world).state;
  if (/^\d{1,3}$/.test(answer)) return chosen(state, Number(answer) - 1, world);
  if (answer.length > LONGEST_QUERY) return diagnoseText(state, answer, 'line', world);
  return go(state, viewOf({ screen: 'search' }, fieldOf(answer)));
}

/** What a single letter or sign asks for; null when the answer is none of them. */
function movedBy(answer: string, state: State, world: World): State | null {
  const { subject } = viewNow(state);
  if (answer === 'b') return subject.screen === 'home' ? state : back(withView(state, { field: null }), world).state;
  if (answer === '[') return along(state, -1) ?? { ...state, status: 'This is the first screen of the history.' };
  if (answer === ']') return along(state, 1) ?? { ...state, status: 'This is the last screen of the history.' };
  if (answer === '?') return go(state, openView({ screen: 'help', about: 'home' }));
  if (answer === 'p') return { ...state, status: 'Paste the log now. It is diagnosed once it is complete.' };
  const snippet = /^y(?: (\d{1,3}))?$/.exec(answer);
  if (snippet) return { ...state, status: snippetAlone(state, Number(snippet[1] ?? 1), world) };
  const filter = /^\/ ?(.{0,160})$/.exec(answer)?.[1];
  if (filter === undefined || subject.screen !== 'list') return null;
  return withView(state, { find: filter === '' ? null : { field: fieldOf(filter), isTyping: false, current: 0 } });
}

/** A snippet without anything around it, to be copied from the screen. */
function snippetAlone(state: State, number: number, world: World): string {
  const snippets = paperNow(shown(state, world), WIDEST)?.snippets ?? [];
  const found = snippets[number - 1];
  if (!found) return snippets.length === 0 ? 'There is no snippet here.' : `There are ${snippets.length} snippets here.`;
  return `Snippet ${number} of ${snippets.length}:\n${found.code}`;
}

function isPlanValue({ subject }: View): boolean {
  return subject.screen === 'plan' && subject.isTyped;
}

function chosen(state: State, index: number, world: World): State {
  const row = choicesOf(shown(state, world))[index];
  return row ? follow(state, row, world).state : { ...state, status: `There is no choice ${index + 1}.` };
}
