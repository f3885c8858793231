/** The plan: does this call fit? Asked question by question, every one may be skipped; the end is the sum. */
import type { FlagValues } from '../../commands/command.ts';
import { planOf } from '../../commands/plan.ts';
import { type PlanQuestion, planCommand, questionsFor } from '../../commands/plan-questions.ts';
import type { Library } from '../../core/library/library.ts';
import type { Plan } from '../../core/plan/shape.ts';
import { toMarkdown } from '../../render/document.ts';
import { EMPTY, type Model, type Row } from '../state/model.ts';
import type { PlanAnswers, View } from '../state/state.ts';
import type { World } from '../world.ts';
import { linkSide } from './page.ts';
import { heading, idRows, numbered } from './rows.ts';

/** The plan screen. */
export function planModel(view: View, { library }: World): Model {
  if (view.subject.screen !== 'plan') return EMPTY;
  const { answers, isTyped } = view.subject;
  const question = openQuestion(library, answers);
  const base: Model = { ...EMPTY, title: 'Does my call fit?', side: answerRows(library, answers) };
  if (!question) return resultModel(base, library, answers);
  const text = [`# Does my call fit?`, `## ${question.ask}`, `*Why this question? ${question.why}*`].join('\n\n');
  if (isTyped)
    return {
      ...base,
      text: `${text}\n\nWrite ${question.typed ?? ''}, then Enter. Esc shows the choices again.`,
      place: 'field',
      prompt: '› ',
      placeholder: 'Your value',
    };
  return { ...base, arrangement: 'text-then-rows', place: 'ask', text, rows: choiceRows(question, answers), markdown: text };
}

/** The first question that has no answer yet; null when all have. */
export function openQuestion(library: Library, answers: PlanAnswers): PlanQuestion | null {
  return questionsFor(library, flagsOf(answers)).find(({ flag }) => answers[flag] === undefined) ?? null;
}

/** The answers as the flags of the command: what was skipped is not said. */
export function flagsOf(answers: PlanAnswers): FlagValues {
  return Object.fromEntries(Object.entries(answers).filter(([, value]) => value !== null)) as FlagValues;
}

function choiceRows({ flag, choices, typed }: PlanQuestion, answers: PlanAnswers): Row[] {
  const rows = choices.map(
    ({ say, value }, index): Row => ({
      label: `${index + 1}  ${say}`,
      target: { to: 'subject', subject: { screen: 'plan', answers: { ...answers, [flag]: value }, isTyped: false } },
    }),
  );
  if (typed === null) return rows;
  return [
    ...rows,
    { label: `${rows.length + 1}  Another value…`, target: { to: 'subject', subject: { screen: 'plan', answers, isTyped: true } } },
  ];
}

function resultModel(base: Model, library: Library, answers: PlanAnswers): Model {
  const result = planOf(flagsOf(answers), library);
  if (result.type === 'problem') return { ...base, text: `${result.what} ${result.help}` };
  const links = idRows(library, linkedIds(result.plan));
  const again = `*The same on the command line:* \`${planCommand(flagsOf(answers))}\``;
  const markdown = toMarkdown(result);
  return {
    ...base,
    text: [markdown, links.length > 0 ? `## Related\n\n${numbered(links)}` : '', again].filter(Boolean).join('\n\n'),
    markdown: `${markdown}\n\n${again}`,
    links,
    side: [...base.side, ...linkSide(links)],
  };
}

function linkedIds({ advice, memory }: Plan): string[] {
  const always = memory ? ['large-or-xlarge', 'vram-sizing'] : ['choose-duration', 'illegal-or-quota'];
  return [...advice.flatMap(({ see }) => see), ...always];
}

/** The answers so far; choosing one asks it again, and what follows it. */
function answerRows(library: Library, answers: PlanAnswers): Row[] {
  const given = questionsFor(library, flagsOf(answers)).filter(({ flag }) => answers[flag] !== undefined);
  if (given.length === 0) return [];
  const rows = given.map(({ flag, choices }, index): Row => {
    const value = answers[flag] as string | null;
    const kept = Object.fromEntries(given.slice(0, index).map((before) => [before.flag, answers[before.flag] as string | null]));
    return {
      label: `${flag}: ${value ?? choices.find((choice) => choice.value === null)?.say ?? 'not said'}`,
      note: 'change',
      target: { to: 'subject', subject: { screen: 'plan', answers: kept, isTyped: false } },
    };
  });
  return [heading('Your answers'), ...rows];
}
