/** From an answer of a tree to the sum that it names, and by "back" to the tree again. */
import type { Library } from '../../core/library/library.ts';
import type { Row } from '../state/model.ts';
import type { PlanAnswers } from '../state/state.ts';
import { openQuestion } from './plan.ts';

/** A row that opens the plan with these flags, asking nothing more. */
export function planRow(library: Library, flags: Record<string, string>): Row {
  const subject = { screen: 'plan' as const, answers: skipRest(library, flags), isTyped: false };
  const said = Object.entries(flags).map(([name, value]) => `${name} ${value}`);
  return { label: `The sum for ${said.join(', ')}`, note: 'plan', target: { to: 'subject', subject } };
}

/** What the flags do not say is not asked. */
function skipRest(library: Library, answers: PlanAnswers): PlanAnswers {
  const question = openQuestion(library, answers);
  return question ? skipRest(library, { ...answers, [question.flag]: null }) : answers;
}
