/** Home: what one can do here, without a manual. */

import { failureText } from '../../core/document/card/failure.ts';
import { diagnosisDocument, headsOf } from '../../core/document/diagnosis.ts';
import { count } from '../../core/document/quantity.ts';
import { type Block, bullets, heading as headingBlock, paragraph } from '../../core/markup/blocks.ts';
import { EMPTY, type Model, type Row } from '../state/model.ts';
import type { View } from '../state/state.ts';
import type { World } from '../world.ts';
import { SHELVES } from './list.ts';
import { PLAN_ROW } from './plan-link.ts';
import { heading, idRows } from './rows.ts';

/** By how often they are asked in forums and issues. */
const MOST_ASKED = ['quota-exceeded', 'illegal-duration', 'worker-error', 'gpu-task-aborted', 'no-cuda-gpus', 'no-cuda-tensors-out'];
const FIRST_TREES = ['large-or-xlarge', 'returning-tensors-hang', 'why-aborted', 'build-fails'];

/** The home screen. `last` is the newest diagnosis. */
export function homeModel(_: View, world: World, last: View | undefined): Model {
  return {
    ...EMPTY,
    title: '',
    arrangement: 'rows',
    rows: homeRows(world, last),
    place: 'home',
    prompt: '› ',
    placeholder: 'Type a question, or paste a log',
  };
}

/** Also what an empty search offers. What was being done comes first, then what others ask. */
export function homeRows(world: World, last: View | undefined): Row[] {
  const { library } = world;
  const own = [...(last ? [diagnosisRow(last)] : []), ...(world.space ? [checkRow(world.space.name)] : [])];
  return [
    ...(own.length > 0 ? [heading('Yours'), ...own] : []),
    heading('Most asked'),
    ...idRows(library, MOST_ASKED),
    heading('Decide, question by question'),
    PLAN_ROW,
    ...idRows(library, FIRST_TREES),
    heading('Look around'),
    ...SHELVES.map(([kind, label]): Row => {
      const entries = library.list(kind);
      const preview = [bullets(entries.map((entry) => [entry.title]))];
      return {
        label: `${label} (${entries.length})`,
        target: { to: 'subject', subject: { screen: 'list', kind } },
        preview: () => preview,
      };
    }),
  ];
}

/** Back to the newest diagnosis, as it was left. */
function diagnosisRow({ id, subject }: View): Row {
  const { result, origin } = subject as Extract<View['subject'], { screen: 'diagnosis' }>;
  const [first] = headsOf(result);
  const found = first?.explained.entry.title ?? (result.failures[0] ? failureText(result.failures[0]) : 'nothing recognised');
  const what = origin.isReading ? 'Your live log' : 'Your diagnosis';
  const preview = diagnosisDocument(result, false);
  return {
    label: `${what} of ${count(result.diagnosis.lines, 'line')}: ${origin.isReading && !first ? 'still reading' : found}`,
    target: { to: 'view', id },
    preview: () => preview,
  };
}

function checkRow(name: string): Row {
  return {
    label: `Check the Space in ${name}, before it is pushed`,
    note: 'check',
    target: { to: 'subject', subject: { screen: 'check' } },
    preview: () => CHECK_PREVIEW,
  };
}

const CHECK_PREVIEW: Block[] = [
  headingBlock(1, 'Would it start, and what does a call book?'),
  paragraph('The app, its local modules, requirements and front matter against the rules. Nothing is run, nothing is changed.'),
];
