/** Opening what is chosen, by Enter or by its digit, and the way back. */
import { flagProblem } from '../../commands/plan.ts';
import { pageOfFinding } from '../screens/check.ts';
import { openQuestion } from '../screens/plan.ts';
import { fieldOf } from '../state/field.ts';
import { go, goTo, openerOf } from '../state/history.ts';
import type { Row, Target } from '../state/model.ts';
import {
  type PlanAnswers,
  type State,
  type Subject,
  type Transition,
  type View,
  viewNow,
  viewOf,
  withoutEffects,
  withView,
} from '../state/state.ts';
import { canSeeNumber } from '../view/found.ts';
import { type Scene, sceneOf } from '../view/scene.ts';
import type { World } from '../world.ts';
import { diagnoseText } from './intake.ts';
import { scrolled, select } from './move.ts';
import { jumpToFound } from './reading.ts';

/** A view of a subject, with its field where it has one. */
export function openView(subject: Subject): View {
  const hasField =
    subject.screen === 'home' ||
    subject.screen === 'search' ||
    subject.screen === 'paste' ||
    (subject.screen === 'plan' && subject.isTyped);
  return viewOf(subject, hasField ? fieldOf('') : null);
}

/** Enter. */
export function open(state: State, world: World): Transition {
  const scene = sceneOf(state, world);
  const { view, place } = scene;
  switch (place) {
    case 'find':
      return withoutEffects(jumpToFound(withView(state, { find: view.find && { ...view.find, isTyping: false } }), world));
    case 'paste':
      return withoutEffects(view.field && view.field.text.trim() !== '' ? diagnoseText(state, view.field.text, 'line', world) : state);
    case 'value':
      return withoutEffects(answerPlan(state, view, world));
    case 'filter':
      return scene.rows.some(({ target }) => target)
        ? follow(state, scene.rows[scene.selected], world)
        : withoutEffects(searchInstead(state, view));
    case 'overlay':
      return follow(state, scene.overlayRows[view.overlay?.selected ?? 0], world);
    case 'check':
      return withoutEffects(openRule(state, scene, world));
    default:
      if (scene.active === 'side') return follow(state, scene.sideRows[scene.sideSelected], world);
      if (scene.model.arrangement === 'rows' || place === 'ask') return follow(state, scene.rows[scene.selected], world);
      return withoutEffects(links(state, 0, world));
  }
}

/** The numbered links as a list over the text. */
function links(state: State, selected: number, world: World): State {
  const opened = withView(state, { overlay: { kind: 'links', selected } });
  return sceneOf(opened, world).overlayRows.length > 0 ? opened : { ...state, status: 'Nothing is linked here.' };
}

/** No row of the list has it: all pages may. */
function searchInstead(state: State, { find }: View): State {
  return go(state, viewOf({ screen: 'search' }, fieldOf(find?.field.text ?? '')));
}

/** The page of a finding, its source beside it; of the summary the links. */
function openRule(state: State, { view, selected }: Scene, world: World): State {
  const page = pageOfFinding({ ...view, selected }, world);
  return page ? go(state, openView({ screen: 'page', ...page })) : links(state, 0, world);
}

/** A typed answer: checked as the flag of the command would be. */
function answerPlan(state: State, { subject, field }: View, world: World): State {
  const value = field?.text.trim() ?? '';
  if (subject.screen !== 'plan' || value === '') return state;
  const question = openQuestion(world.library, subject.answers);
  if (!question) return state;
  const trouble = flagProblem(question.flag, value);
  if (trouble) return { ...state, status: trouble.help };
  const answers: PlanAnswers = { ...subject.answers, [question.flag]: value };
  return go(state, openView({ screen: 'plan', answers, isTyped: false }));
}

/** A digit goes to what bears it. Of a link that is out of sight the list is opened first: nobody follows what cannot be seen. */
export function pick(state: State, number: number, world: World): Transition {
  const scene = sceneOf(state, world);
  const bears = (row: Row) => row.number === number;
  if (scene.active === 'overlay') return follow(state, scene.overlayRows.find(bears), world);
  const row = scene.rows.findIndex(bears);
  if (row >= 0 && scene.model.arrangement === 'rows-then-text')
    return withoutEffects(withView(state, { ...select(scene, row), focus: 'main' }));
  if (row >= 0) return follow(state, scene.rows[row], world);
  const link = scene.model.links.findIndex(bears);
  if (link < 0) return withoutEffects({ ...state, status: `Nothing here has the number ${number}.` });
  return canSeeNumber(scene, number) ? follow(state, scene.model.links[link], world) : withoutEffects(links(state, link, world));
}

/** Goes where a row leads. */
export function follow(state: State, row: Row | undefined, world: World): Transition {
  return row?.target ? followTarget(state, row.target, world) : withoutEffects(state);
}

function followTarget(state: State, target: Target, world: World): Transition {
  const closed = withView(state, { overlay: null });
  switch (target.to) {
    case 'subject':
      return withoutEffects(go(closed, openView(target.subject)));
    case 'view':
      return withoutEffects(goTo(closed, target.id) ?? closed);
    case 'line':
      return withoutEffects(withView(closed, scrolled(sceneOf(closed, world), target.line)));
    case 'copy':
      return { state: closed, effects: [{ type: 'copy', text: target.text, what: target.what }] };
    case 'answers':
      return withoutEffects(answer(closed, target.answers));
    case 'diagnose':
      return withoutEffects(diagnoseText(closed, target.text, 'line', world));
    case 'nothing':
      return withoutEffects(closed);
  }
}

/** One answer more is a new screen. An earlier question is the screen on which it was asked, where there is one; nothing is forgotten. */
function answer(state: State, answers: number[]): State {
  const { subject, from } = viewNow(state);
  if (subject.screen !== 'tree') return state;
  if (answers.length > subject.answers.length) return go(state, viewOf({ ...subject, answers }));
  const asked = state.views.findLast((view) => isSameQuestion(view.subject, subject.id, answers));
  return (asked && goTo(state, asked.id)) ?? go(state, viewOf({ ...subject, answers }), from);
}

function isSameQuestion(subject: Subject, id: string, answers: readonly number[]): boolean {
  return subject.screen === 'tree' && subject.id === id && String(subject.answers) === String(answers);
}

/** Closes what is open, clears what is typed, and only then goes to where one came from. Nothing that was found is lost by it. */
export function back(state: State, world: World): Transition {
  const { view, model } = sceneOf(state, world);
  if (view.overlay) return withoutEffects(withView(state, { overlay: null }));
  if (view.find)
    return withoutEffects(withView(state, { find: null, ...(model.arrangement === 'rows' ? { selected: 0, rowTop: 0 } : {}) }));
  if (view.field && view.field.text !== '' && view.subject.screen !== 'plan')
    return withoutEffects(withView(state, { field: fieldOf(''), selected: 0, rowTop: 0 }));
  if (view.subject.screen === 'home') return { state, effects: [{ type: 'exit', code: 0 }] };
  const opener = openerOf(state)?.subject;
  const { subject } = view;
  if (subject.screen === 'tree' && subject.answers.length > 0 && opener?.screen !== 'tree')
    return withoutEffects(answer(state, subject.answers.slice(0, -1)));
  if (subject.screen === 'plan' && subject.isTyped && opener?.screen !== 'plan')
    return withoutEffects(go(state, openView({ ...subject, isTyped: false }), view.from));
  return withoutEffects(goTo(state, view.from) ?? home(state));
}

/** Home, that of the history where there is one. */
function home(state: State): State {
  const known = state.views.find(({ subject }) => subject.screen === 'home');
  return (known && goTo(state, known.id)) ?? go(state, openView({ screen: 'home' }));
}
