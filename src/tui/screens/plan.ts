/** The plan: does this call fit? Asked question by question, every one may be skipped; the end is the sum. */
import type { FlagValues } from '../../commands/command.ts';
import { planOf } from '../../commands/plan.ts';
import { type PlanQuestion, planCommand, questionsFor } from '../../commands/plan-questions.ts';
import { planDocument, planLinks, sameOnCommandLine } from '../../core/document/plan.ts';
import type { Library } from '../../core/library/library.ts';
import { emphasis, heading as headingBlock, paragraph } from '../../core/markup/blocks.ts';
import type { Plan } from '../../core/plan/shape.ts';
import { EMPTY, type Model, type Row } from '../state/model.ts';
import type { PlanAnswers, View } from '../state/state.ts';
import type { World } from '../world.ts';
import { linkSide } from './page.ts';
import { heading, idRows, numbered, related } from './rows.ts';

/** The plan screen. */
export function planModel(view: View, { library }: World): Model {
  if (view.subject.screen !== 'plan') return EMPTY;
  const { answers, isTyped } = view.subject;
  const question = openQuestion(library, answers);
  const base: Model = { ...EMPTY, title: 'Does my call fit?', side: answerRows(library, answers) };
  if (!question) return resultModel(base, library, answers);
  const said = saidOf(answers);
  const asked = [headingBlock(2, question.ask), paragraph(emphasis(`Why this question? ${question.why}`))];
  const title = headingBlock(1, 'Does my call fit?');
  const text = [title, ...(said ? [paragraph(`So far: ${said}.`)] : []), ...asked];
  const textBeside = [title, ...asked];
  const typing = paragraph(`Write ${question.typed ?? ''}, then Enter. Esc shows the choices again.`);
  if (isTyped)
    return {
      ...base,
      text: [...text, typing],
      textBeside: [...textBeside, typing],
      place: 'value',
      prompt: '› ',
      placeholder: 'Your value',
    };
  return { ...base, arrangement: 'text-then-rows', place: 'ask', text, textBeside, rows: choiceRows(question, answers), whole: text };
}

/** The answers in a line: `duration 90, tier free`; what was skipped is not said. */
export function saidOf(answers: PlanAnswers): string {
  return Object.entries(answers)
    .filter(([, value]) => value !== null)
    .map(([name, value]) => `${name} ${value}`)
    .join(', ');
}

/** The first question that has no answer yet; null when all have. */
export function openQuestion(library: Library, answers: PlanAnswers): PlanQuestion | null {
  return questionsFor(library, flagsOf(answers)).find(({ flag }) => answers[flag] === undefined) ?? null;
}

/** The answers as the flags of the command: what was skipped is not said. */
function flagsOf(answers: PlanAnswers): FlagValues {
  return Object.fromEntries(Object.entries(answers).filter(([, value]) => value !== null)) as FlagValues;
}

function choiceRows({ flag, choices, typed }: PlanQuestion, answers: PlanAnswers): Row[] {
  const rows = choices.map(
    ({ say, value }): Row => ({
      label: say,
      target: { to: 'subject', subject: { screen: 'plan', answers: { ...answers, [flag]: value }, isTyped: false } },
    }),
  );
  const own: Row = { label: 'Another value…', target: { to: 'subject', subject: { screen: 'plan', answers, isTyped: true } } };
  return numbered(typed === null ? rows : [...rows, own]);
}

function resultModel(base: Model, library: Library, answers: PlanAnswers): Model {
  const result = planOf(flagsOf(answers), library);
  if (result.type === 'problem') return { ...base, text: [paragraph(`${result.what} ${result.help}`)] };
  const links = numbered(idRows(library, linkedIds(result.plan)));
  const again = sameOnCommandLine(planCommand(flagsOf(answers)));
  const document = planDocument(result.plan);
  return {
    ...base,
    text: [...document, ...related(links), again],
    textBeside: [...document, again],
    whole: [...document, again],
    links,
    side: [...base.side, ...linkSide(links)],
  };
}

function linkedIds(plan: Plan): string[] {
  return [...plan.advice.flatMap(({ see }) => see), ...planLinks(plan)];
}

/** The answers so far; choosing one asks it again, and keeps the others. */
function answerRows(library: Library, answers: PlanAnswers): Row[] {
  const given = questionsFor(library, flagsOf(answers)).filter(({ flag }) => answers[flag] !== undefined);
  if (given.length === 0) return [];
  const rows = given.map(({ flag, choices }): Row => {
    const value = answers[flag] as string | null;
    const kept = Object.fromEntries(Object.entries(answers).filter(([name]) => name !== flag));
    return {
      label: `${flag}: ${value ?? choices.find((choice) => choice.value === null)?.say ?? 'not said'}`,
      note: 'change',
      target: { to: 'subject', subject: { screen: 'plan', answers: kept, isTyped: false } },
    };
  });
  return [heading('Your answers'), ...rows];
}
