/** A page: the same document as on the command line, its related entries as numbered links. */
import { pageDocument } from '../../core/document/page.ts';
import { paragraph } from '../../core/markup/blocks.ts';
import { EMPTY, type Model, type Row } from '../state/model.ts';
import type { View } from '../state/state.ts';
import type { World } from '../world.ts';
import { heading, idRows, linkedIds, numbered, RELATED, related, sourceRows } from './rows.ts';

/** The page screen. */
export function pageModel(view: View, world: World): Model {
  const entry = view.subject.screen === 'page' ? world.library.get(view.subject.id) : undefined;
  if (!entry || entry.kind === 'tree') return { ...EMPTY, title: 'Page', text: [paragraph('There is no such page.')] };
  const source = sourceSide(view, world);
  const links = numbered(idRows(world.library, linkedIds(entry)));
  return {
    ...EMPTY,
    title: entry.id,
    text: pageDocument(entry, related(links)),
    textBeside: source ? null : pageDocument(entry, []),
    whole: pageDocument(entry),
    links,
    sources: sourceRows(entry),
    ...(source ? { side: source } : { side: linkSide(links), hasOutline: true }),
  };
}

/** The links as the lower half of a left pane, with their numbers. */
export function linkSide(links: readonly Row[]): Row[] {
  return links.length === 0 ? [] : [heading(RELATED), ...links.map((row) => ({ ...row, note: '' }))];
}

/** The lines of the Space's own file that the page is read for, if any. */
function sourceSide({ subject }: View, { space }: World): Row[] | null {
  const place = subject.screen === 'page' ? subject.source : undefined;
  const excerpt = place && space?.source(place.file, place.line);
  if (!excerpt) return null;
  const { from, line, lines } = excerpt;
  const rows = lines.map(
    (text, index): Row => ({ label: `${from + index === line ? '▶' : ' '} ${from + index} ${text}`, target: { to: 'nothing' } }),
  );
  return [heading(`${place.file}:${line}`), ...rows];
}
