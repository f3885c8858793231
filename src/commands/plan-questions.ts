/** The questions that the app asks for a plan, one a flag; every one may be skipped. */

import type { Library } from '../core/library/library.ts';
import { figuresOf, say, TIER_NAMES, TIERS } from '../core/plan/figures.ts';
import { USUAL_OVERHEAD } from '../core/plan/memory.ts';
import { PARAMS_FORMS, SECONDS_FORMS } from '../core/plan/quantities.ts';
import type { FlagValues } from './command.ts';

export interface PlanChoice {
  say: string;
  /** The value of the flag; null leaves it out. */
  value: string | null;
}

export interface PlanQuestion {
  /** Name of the flag that the answer becomes; `flagProblem` checks a typed one. */
  flag: string;
  ask: string;
  why: string;
  choices: PlanChoice[];
  /** The forms of a free answer; null when only the choices are accepted. */
  typed: string | null;
}

/** All questions, in the order in which they are asked. `--dtype` is only asked when there are parameters. */
export function planQuestions(library: Library): PlanQuestion[] {
  const { defaultDuration, day, largeVram, xlargeVram } = figuresOf(library.facts);
  const seconds = ['30', '60', '120'].map((value) => ({ say: `${value} s`, value }));
  return [
    {
      flag: 'duration',
      ask: 'Which duration does @spaces.GPU declare?',
      why: 'It is booked before the call runs.',
      choices: [{ say: `None: ${defaultDuration.text} count`, value: null }, ...seconds],
      typed: SECONDS_FORMS,
    },
    {
      flag: 'size',
      ask: 'Which size?',
      why: 'On xlarge every second counts twice.',
      choices: [
        { say: `large, ${largeVram.text}: also the default`, value: 'large' },
        { say: `xlarge, ${xlargeVram.text}`, value: 'xlarge' },
        { say: 'What the model needs', value: null },
      ],
      typed: null,
    },
    {
      flag: 'tier',
      ask: 'Who calls?',
      why: 'The quota is the visitor’s, not the author’s.',
      choices: TIERS.map((value) => ({ say: `${TIER_NAMES[value]}: ${day[value].text} a day`, value })),
      typed: null,
    },
    {
      flag: 'left',
      ask: 'How many seconds of quota are left?',
      why: 'A refusal shows them.',
      choices: [{ say: 'The whole day', value: null }],
      typed: SECONDS_FORMS,
    },
    {
      flag: 'params',
      ask: 'How many parameters do all models on cuda have?',
      why: 'Everything put on cuda at start adds up.',
      choices: [{ say: 'Skip the memory', value: null }, ...['7b', '13b', '70b'].map((value) => ({ say: value, value }))],
      typed: PARAMS_FORMS,
    },
    {
      flag: 'dtype',
      ask: 'In which precision are they loaded?',
      why: `What counts is what they are loaded in, not what the file holds. A call adds ${say(USUAL_OVERHEAD)} %.`,
      choices: ['bf16', 'fp16', 'fp8', 'int8', 'nf4', 'fp32'].map((value) => ({ say: value, value })),
      typed: null,
    },
  ];
}

/** The questions that still make sense with these answers. */
export function questionsFor(library: Library, answers: FlagValues): PlanQuestion[] {
  return planQuestions(library).filter(({ flag }) => flag !== 'dtype' || answers.params !== undefined);
}

/** The command that makes the same plan. */
export function planCommand(answers: FlagValues): string {
  const given = Object.entries(answers).filter(([, value]) => value !== undefined);
  return [
    'zerogpu-advisor plan',
    ...given.map(([name, value]) => `--${name} ${/^[\w.+%-]+$/.test(String(value)) ? value : `"${value}"`}`),
  ].join(' ');
}
