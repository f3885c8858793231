/** Home: what one can do here, without a manual. */
import { listDocument } from '../../core/document/lists.ts';
import type { Kind } from '../../core/library/entry.ts';
import { type Block, bullets, heading as headingBlock, paragraph } from '../../core/markup/blocks.ts';
import { EMPTY, type Model, type Row } from '../state/model.ts';
import type { View } from '../state/state.ts';
import type { World } from '../world.ts';
import { entryRow, heading, idRows } from './rows.ts';

/** By how often they are asked in forums and issues. */
const MOST_ASKED = ['quota-exceeded', 'illegal-duration', 'worker-error', 'gpu-task-aborted', 'no-cuda-gpus', 'no-cuda-tensors-out'];
const FIRST_TREES = ['large-or-xlarge', 'returning-tensors-hang', 'why-aborted', 'build-fails'];
const SHELVES: [Kind, string][] = [
  ['error', 'All errors'],
  ['rule', 'All rules'],
  ['guide', 'All guides'],
  ['tree', 'All decision trees'],
];

const PLAN_PREVIEW: Block[] = [
  headingBlock(1, 'Does my call fit?'),
  paragraph('Duration, size, account and model: a few questions, each may be skipped. The answer is the sum, step by step.'),
];

const PLAN: Row = {
  label: 'Does my @spaces.GPU call fit, in quota and in memory?',
  note: 'plan',
  target: { to: 'subject', subject: { screen: 'plan', answers: {}, isTyped: false } },
  preview: () => PLAN_PREVIEW,
};

/** The home screen. */
export function homeModel(_: View, world: World): Model {
  return {
    ...EMPTY,
    title: '',
    arrangement: 'rows',
    rows: homeRows(world),
    place: 'field',
    prompt: '› ',
    placeholder: 'Type a question or an error. Paste a log to diagnose it.',
  };
}

/** Also what an empty search offers. */
export function homeRows({ library }: World): Row[] {
  return [
    heading('Most asked'),
    ...idRows(library, MOST_ASKED),
    heading('Decide, question by question'),
    PLAN,
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

/** All entries of a kind. */
export function listModel(view: View, world: World): Model {
  const kind = view.subject.screen === 'list' ? view.subject.kind : 'error';
  const entries = world.library.list(kind);
  const title = SHELVES.find(([each]) => each === kind)?.[1] ?? '';
  return {
    ...EMPTY,
    title,
    arrangement: 'rows',
    rows: entries.map((entry) => ({ ...entryRow(entry), note: entry.id })),
    place: 'choose',
    whole: listDocument({ type: 'list', kind, entries }),
  };
}
