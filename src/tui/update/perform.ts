/** What each command does to the state. Moving is in move.ts, the search inside a text in reading.ts. */
import { flagProblem } from '../../commands/plan.ts';
import { toMarkdown } from '../../render/markdown.ts';
import { openQuestion } from '../screens/plan.ts';
import { fieldOf } from '../state/field.ts';
import type { Command } from '../state/keys.ts';
import type { Row, Target } from '../state/model.ts';
import { type Effect, go, type Overlay, type PlanAnswers, type State, type Step, type Subject, viewOf, withView } from '../state/state.ts';
import { stageOf } from '../view/stage.ts';
import type { World } from '../world.ts';
import { diagnoseText } from './intake.ts';
import { move, select } from './move.ts';
import { jumpToFound, nextFound, snippetInView } from './reading.ts';

/** Runs a command; `key` is the key that stood for it. */
export function perform(state: State, command: Command, key: string, world: World): Step {
  const moved = move(state, command, world);
  if (moved) return only(moved);
  switch (command) {
    case 'open':
      return open(state, world);
    case 'back':
      return back(state, world);
    case 'pick':
      return pick(state, Number(key) - 1, world);
    case 'search':
      return only(search(state, world));
    case 'next':
      return only(nextFound(state, 1, world));
    case 'previous':
      return only(nextFound(state, -1, world));
    case 'historyBack':
      return only({ ...state, at: Math.max(0, state.at - 1) });
    case 'historyForward':
      return only({ ...state, at: Math.min(state.views.length - 1, state.at + 1) });
    case 'otherPane':
      return only(withView(state, { focus: stageOf(state, world).view.focus === 'main' ? 'side' : 'main' }));
    case 'copySnippet':
      return copySnippet(state, world);
    case 'copyPage':
      return copyPage(state, world);
    case 'outline':
      return only(overlay(state, 'outline', 'This page is short: it has no outline.', world));
    case 'source':
      return only(overlay(state, 'sources', 'There is no source here.', world));
    case 'paste':
      return only(go(state, openView({ screen: 'paste' })));
    case 'help':
      return only(help(state, world));
    case 'quit':
      return { state, effects: [{ type: 'exit', code: 0 }] };
    case 'leave':
      return { state, effects: [{ type: 'exit', code: 130 }] };
    case 'suspend':
    case 'repaint':
      return { state, effects: [{ type: command }] };
    default:
      return only(state);
  }
}

function only(state: State): Step {
  return { state, effects: [] };
}

/** A view of a subject, with its field where it has one. */
export function openView(subject: Subject): ReturnType<typeof viewOf> {
  const hasField =
    subject.screen === 'home' ||
    subject.screen === 'search' ||
    subject.screen === 'paste' ||
    (subject.screen === 'plan' && subject.isTyped);
  return viewOf(subject, hasField ? fieldOf('') : null);
}

function open(state: State, world: World): Step {
  const stage = stageOf(state, world);
  const { view, model } = stage;
  if (view.find?.isTyping) return only(jumpToFound(withView(state, { find: { ...view.find, isTyping: false } }), world));
  if (view.subject.screen === 'paste' && view.field)
    return only(view.field.text.trim() === '' ? state : diagnoseText(state, view.field.text, 'line', world));
  if (view.subject.screen === 'plan' && view.field) return only(answerPlan(state, view.subject.answers, view.field.text.trim(), world));
  if (stage.active === 'overlay') return follow(state, stage.overlayRows[view.overlay?.selected ?? 0], world);
  if (stage.active === 'side') return follow(state, stage.sideRows[stage.sideSelected], world);
  if (stage.active === 'rows' && view.subject.screen !== 'diagnosis') return follow(state, model.rows[stage.selected], world);
  if (model.arrangement === 'rows') return follow(state, model.rows[stage.selected], world);
  return only(overlay(state, 'links', 'Nothing is linked here.', world));
}

/** A typed answer: checked as the flag of the command would be. */
function answerPlan(state: State, answers: PlanAnswers, value: string, world: World): State {
  const question = openQuestion(world.library, answers);
  if (!question || value === '') return state;
  const trouble = flagProblem(question.flag, value);
  if (trouble) return { ...state, status: trouble.help };
  return go(state, openView({ screen: 'plan', answers: { ...answers, [question.flag]: value }, isTyped: false }));
}

function pick(state: State, index: number, world: World): Step {
  const stage = stageOf(state, world);
  const { model, view } = stage;
  if (stage.active === 'overlay') return follow(state, stage.overlayRows[index], world);
  if (view.subject.screen === 'diagnosis') return only(model.rows[index] ? withView(state, select(stage, index)) : state);
  if (model.arrangement === 'text') return follow(state, model.links[index], world);
  return follow(state, model.rows.filter((row) => row.target)[index], world);
}

function follow(state: State, row: Row | undefined, world: World): Step {
  return row?.target ? followTarget(state, row.target, world) : only(state);
}

function followTarget(state: State, target: Target, world: World): Step {
  const closed = withView(state, { overlay: null });
  switch (target.to) {
    case 'subject':
      return only(go(closed, openView(target.subject)));
    case 'line':
      return only(withView(closed, { scroll: Math.min(stageOf(closed, world).maxScroll, target.line) }));
    case 'copy':
      return { state: closed, effects: [{ type: 'copy', text: target.text, what: target.what }] };
    case 'answers':
      return only(answer(closed, target.answers, world));
    case 'nothing':
      return only(closed);
  }
}

/** One answer more is a step in the history; an earlier question takes the place of this one. */
function answer(state: State, answers: number[], world: World): State {
  const { view } = stageOf(state, world);
  if (view.subject.screen !== 'tree') return state;
  const next = viewOf({ ...view.subject, answers });
  if (answers.length > view.subject.answers.length) return go(state, next);
  const views = [...state.views];
  views[state.at] = next;
  return { ...state, views };
}

/** Closes what is open, clears what is typed, and only then goes a step back. */
function back(state: State, world: World): Step {
  const { view } = stageOf(state, world);
  if (view.overlay) return only(withView(state, { overlay: null }));
  if (view.find) return only(withView(state, { find: null }));
  if (view.field && view.field.text !== '') return only(withView(state, { field: fieldOf(''), selected: 0, rowTop: 0 }));
  if (view.focus === 'side' && view.subject.screen !== 'home') return only(withView(state, { focus: 'main' }));
  if (view.subject.screen === 'tree' && view.subject.answers.length > 0 && !isOneAnswerBefore(state))
    return only(answer(state, view.subject.answers.slice(0, -1), world));
  if (state.at > 0) return only({ ...state, at: state.at - 1 });
  if (view.subject.screen === 'home') return { state, effects: [{ type: 'exit', code: 0 }] };
  return only({ ...state, views: [openView({ screen: 'home' }), ...state.views], at: 0 });
}

function isOneAnswerBefore({ views, at }: State): boolean {
  const now = views[at]?.subject;
  const before = views[at - 1]?.subject;
  return now?.screen === 'tree' && before?.screen === 'tree' && now.id === before.id && before.answers.length === now.answers.length - 1;
}

function search(state: State, world: World): State {
  const { model } = stageOf(state, world);
  const isText = model.arrangement === 'text' || model.arrangement === 'rows-then-text';
  if (isText && model.place === 'read') return withView(state, { overlay: null, find: { field: fieldOf(''), isTyping: true, current: 0 } });
  return go(state, openView({ screen: 'search' }));
}

function overlay(state: State, kind: Overlay['kind'], otherwise: string, world: World): State {
  const opened = withView(state, { overlay: { kind, selected: 0 } });
  return stageOf(opened, world).overlayRows.length > 0 ? opened : { ...state, status: otherwise };
}

function help(state: State, world: World): State {
  const { subject } = stageOf(state, world).view;
  return subject.screen === 'help' ? state : go(state, openView({ screen: 'help', about: subject.screen }));
}

function copySnippet(state: State, world: World): Step {
  const found = snippetInView(stageOf(state, world));
  if (!found) return only({ ...state, status: 'There is no snippet here. Y copies the whole as Markdown.' });
  return { state, effects: [copied(found.code, found.total > 1 ? `Snippet ${found.number} of ${found.total}` : 'The snippet')] };
}

function copyPage(state: State, world: World): Step {
  const { whole } = stageOf(state, world).model;
  if (whole.length === 0) return only({ ...state, status: 'There is nothing to copy here.' });
  return { state, effects: [copied(toMarkdown(whole), 'The page')] };
}

function copied(text: string, what: string): Effect {
  return { type: 'copy', text, what };
}
