/** From an answer of a tree to the sum that it names, and by "back" to the tree again. */
import type { Library } from '../../core/library/library.ts';
import type { Row } from '../state/model.ts';
import type { PlanAnswers } from '../state/state.ts';
import { openQuestion } from './plan.ts';

const COMMAND = /^ *zerogpu-advisor plan((?: --[a-z]{1,20} [\w.+]{1,40}){1,10})$/gm;

/** A row for each `zerogpu-advisor plan …` that a text holds: it opens the plan with these answers, asking nothing more. */
export function planRows(library: Library, text: string): Row[] {
  return [...text.matchAll(COMMAND)].map((found): Row => {
    const flags = found[1] as string;
    const answers = Object.fromEntries(
      [...flags.matchAll(/--([a-z]+) (\S+)/g)].map(([, name, value]) => [name as string, value as string]),
    );
    const subject = { screen: 'plan' as const, answers: skipRest(library, answers), isTyped: false };
    return { label: `The sum for${flags.replaceAll(' --', ', ').replace(',', '')}`, note: 'plan', target: { to: 'subject', subject } };
  });
}

/** What the command does not say is not asked. */
function skipRest(library: Library, answers: PlanAnswers): PlanAnswers {
  const question = openQuestion(library, answers);
  return question ? skipRest(library, { ...answers, [question.flag]: null }) : answers;
}
