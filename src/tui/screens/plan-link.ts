/** Ways to the plan: from an answer of a tree that names a sum, from a search that asks for one, from home. */
import { flagProblem } from '../../commands/plan.ts';
import type { Library } from '../../core/library/library.ts';
import { type Block, heading, paragraph } from '../../core/markup/blocks.ts';
import type { Row } from '../state/model.ts';
import type { PlanAnswers } from '../state/state.ts';
import { openQuestion, saidOf } from './plan.ts';

/** What the plan is, for who has not opened it. */
const PLAN_PREVIEW: Block[] = [
  heading(1, 'Does my call fit?'),
  paragraph('Duration, size, account and model: a few questions, all optional. The answer is the calculation, step by step.'),
];

/** The plan from its first question on. */
export const PLAN_ROW: Row = {
  label: 'Does my @spaces.GPU call fit, in quota and in memory?',
  note: 'plan',
  target: { to: 'subject', subject: { screen: 'plan', answers: {}, isTyped: false } },
  preview: () => PLAN_PREVIEW,
};

/** A row that opens the plan with these flags, asking nothing more. */
export function planRow(library: Library, flags: Record<string, string>): Row {
  const subject = { screen: 'plan' as const, answers: skipRest(library, flags), isTyped: false };
  return { label: `Calculation for ${saidOf(flags)}`, note: 'plan', target: { to: 'subject', subject } };
}

/** A row that opens the plan with what was said; the rest is asked. */
export function askedPlanRow(flags: Record<string, string>): Row {
  const answers: PlanAnswers = Object.fromEntries(Object.entries(flags).filter(([name, value]) => flagProblem(name, value) === null));
  const said = saidOf(answers);
  return {
    label: `Does my @spaces.GPU call fit?${said ? ` With ${said}` : ''}`,
    note: 'plan',
    target: { to: 'subject', subject: { screen: 'plan', answers, isTyped: false } },
    preview: () => PLAN_PREVIEW,
  };
}

/** What the flags do not say is not asked. */
function skipRest(library: Library, answers: PlanAnswers): PlanAnswers {
  const question = openQuestion(library, answers);
  return question ? skipRest(library, { ...answers, [question.flag]: null }) : answers;
}
