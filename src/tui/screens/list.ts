/** All entries of a kind; errors by where they happen, under the words that a user sees. */
import { listDocument } from '../../core/document/lists.ts';
import type { Entry, ErrorEntry, Kind, Stage } from '../../core/library/entry.ts';
import { EMPTY, type Model, type Row } from '../state/model.ts';
import type { View } from '../state/state.ts';
import type { World } from '../world.ts';
import { entryRow, heading } from './rows.ts';

export const SHELVES: [Kind, string][] = [
  ['error', 'All errors'],
  ['rule', 'All rules'],
  ['guide', 'All guides'],
  ['tree', 'All decision trees'],
];

/** In the order in which a Space gets there. */
const STAGES: [Stage, string][] = [
  ['build', 'While it is built'],
  ['startup', 'While it starts'],
  ['scheduler', 'When a GPU is requested: queue, quota, booking'],
  ['boundary', 'Between the app and the GPU worker'],
  ['cuda', 'On the GPU'],
  ['client', 'Where the Space is called'],
  ['platform', 'The platform itself'],
];

/** The list of a kind. */
export function listModel(view: View, world: World): Model {
  const kind = view.subject.screen === 'list' ? view.subject.kind : 'error';
  const entries = world.library.list(kind);
  return {
    ...EMPTY,
    title: SHELVES.find(([each]) => each === kind)?.[1] ?? '',
    arrangement: 'rows',
    rows: kind === 'error' ? byStage(entries) : entries.map((entry) => ({ ...entryRow(entry), note: entry.id })),
    place: 'list',
    whole: listDocument({ type: 'list', kind, entries }),
  };
}

function byStage(entries: readonly Entry[]): Row[] {
  return STAGES.flatMap(([stage, label]) => {
    const errors = entries.filter((entry): entry is ErrorEntry => entry.kind === 'error' && entry.stage === stage);
    return errors.length > 0 ? [heading(label), ...errors.map(errorRow)] : [];
  });
}

/** By what stands in the log or on the page; our own title and id find it too. */
function errorRow(entry: ErrorEntry): Row {
  const { message, title, id } = entry;
  return message === null ? { ...entryRow(entry), note: id } : { ...entryRow(entry), label: message, note: id, also: title };
}
