/** A page: the same document as on the command line, its related entries as numbered links. */
import { pageDocument } from '../../core/document/page.ts';
import { paragraph } from '../../core/markup/blocks.ts';
import { EMPTY, type Model, type Row } from '../state/model.ts';
import type { View } from '../state/state.ts';
import type { World } from '../world.ts';
import { heading, idRows, linkedIds, related, sourceRows } from './rows.ts';

/** The page screen. */
export function pageModel(view: View, world: World): Model {
  const entry = view.subject.screen === 'page' ? world.library.get(view.subject.id) : undefined;
  if (!entry || entry.kind === 'tree') return { ...EMPTY, title: 'Page', text: [paragraph('There is no such page.')] };
  const links = idRows(world.library, linkedIds(entry));
  return {
    ...EMPTY,
    title: entry.id,
    text: pageDocument(entry, related(links)),
    whole: pageDocument(entry),
    links,
    sources: sourceRows(entry),
    side: linkSide(links),
    sideTitle: 'On this page',
  };
}

/** The links as the lower half of a left pane, with their numbers. */
export function linkSide(links: Row[]): Row[] {
  if (links.length === 0) return [];
  return [
    heading('Related'),
    ...links.map((row, index) => ({ ...row, label: `${index < 9 ? `${index + 1} ` : '  '}${row.label}`, note: '' })),
  ];
}
