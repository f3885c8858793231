/** One turn of the linear app: what is said about the state, and what an answer makes of it. Pure but for the first log. */

import type { AppOptions } from '../run.tsx';
import { modelOf } from '../screens/index.ts';
import { fieldOf } from '../state/field.ts';
import type { Model, Row } from '../state/model.ts';
import { go, type State, type View, viewNow, viewOf, withView } from '../state/state.ts';
import { diagnoseText, originOf } from '../update/intake.ts';
import { openView, perform } from '../update/perform.ts';
import { startView } from '../update/start.ts';
import { paperOf } from '../view/paper.ts';
import type { World } from '../world.ts';

const WIDEST = 80;
const MOST_LISTED = 200;
/** Links that a page numbers itself. */
const NUMBERED = 9;

/** The state that the command line asks for; a log is read to its end first. */
export async function linearStart({ command, words, readLog }: AppOptions, world: World, write: (text: string) => void): Promise<State> {
  const size = { columns: WIDEST, rows: 24 };
  const start = (view: View): State => ({ size, views: [view], at: 0, status: null, lastDiagnosis: null });
  if (!readLog) return start(startView(command, words, world.library));
  write('Reading the log.');
  const { diagnosis, troubles } = await readLog(() => undefined, new AbortController().signal);
  const status = troubles.length > 0 ? troubles.map(({ what, help }) => `${what} ${help}`).join(' ') : null;
  if (status !== null && diagnosis.bytes === 0) return { ...start(openView({ screen: 'home' })), status };
  const result = world.explain(diagnosis);
  return {
    ...start(viewOf({ screen: 'diagnosis', result, origin: originOf('', words.length > 0 ? 'file' : 'pipe') })),
    status,
    lastDiagnosis: result,
  };
}

/** Everything that a screen has to say, in reading order, and what can be answered. */
export function say(state: State, world: World, columns = WIDEST): string {
  const view = viewNow(state);
  const model = modelOf(view, world);
  const width = Math.max(20, Math.min(WIDEST, columns));
  const text = model.arrangement === 'rows-then-text' ? model.whole : model.text;
  const body = text.length === 0 ? [] : paperOf(text, width, false).lines;
  const choices = choicesOf(model);
  // A page ends with its first links, numbered, already.
  const told = model.arrangement === 'text' ? NUMBERED : 0;
  const list = choices.slice(0, MOST_LISTED).map((row, index) => `${index + 1}. ${row.label}${row.note ? ` (${row.note})` : ''}`);
  const heading = model.title || 'zerogpu-advisor';
  return [
    '',
    `${heading}.`,
    ...body,
    ...(state.status ? [state.status] : []),
    ...(list.length > told ? ['', `${countOf(list.length - told, told > 0)}:`, ...list.slice(told)] : []),
    '',
    promptOf(view, list.length),
  ].join('\n');
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
export function choicesOf(model: Model): Row[] {
  const rows = model.rows.filter((row) => row.target && row.target.to !== 'nothing');
  return (rows.length > 0 ? rows : model.links).map((row) => ({ ...row, label: row.label.replace(/^\d {1,2}/, '') }));
}

/** The state after the answer; null to leave. Several lines at once were pasted: they are diagnosed. */
export function turn(before: State, lines: string[], world: World): State | null {
  const state: State = { ...before, status: null };
  if (lines.length > 1) return diagnoseText(state, lines.join('\n').replace(/^p\n/, ''), 'paste', world);
  const answer = (lines[0] ?? '').trim();
  const view = viewNow(state);
  if (answer === '') return state;
  if (answer === 'q') return null;
  if (answer === 'b') return view.subject.screen === 'home' ? state : perform(withView(state, { field: null }), 'back', 'esc', world).state;
  if (answer === '?') return perform(state, 'help', '?', world).state;
  if (answer === 'p') return { ...state, status: 'Paste the log now. It is diagnosed when all of it is here.' };
  if (view.subject.screen === 'plan' && view.field)
    return perform(withView(state, { field: fieldOf(answer) }), 'open', 'enter', world).state;
  if (/^\d{1,3}$/.test(answer)) return chosen(state, Number(answer) - 1, world);
  if (answer.length > LONGEST_QUERY) return diagnoseText(state, answer, 'line', world);
  return go(state, viewOf({ screen: 'search' }, fieldOf(answer)));
}

const LONGEST_QUERY = 160;

function isPlanValue({ subject }: View): boolean {
  return subject.screen === 'plan' && subject.isTyped;
}

function chosen(state: State, index: number, world: World): State {
  const target = choicesOf(modelOf(viewNow(state), world))[index]?.target;
  if (!target) return { ...state, status: `There is no choice ${index + 1}.` };
  if (target.to === 'subject') return go(state, openView(target.subject));
  const { subject } = viewNow(state);
  if (target.to === 'answers' && subject.screen === 'tree') return go(state, viewOf({ ...subject, answers: target.answers }));
  return state;
}
