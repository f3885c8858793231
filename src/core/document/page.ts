/** An entry → its page: title, text, what it links to, sources with dates. */
import { withBlanks } from '../explain/explain.ts';
import type { Entry, Page } from '../library/entry.ts';
import { bodyOf } from '../library/entry-text.ts';
import { type Block, bullets, code, emphasis, entryLink, heading, joined, paragraph } from '../markup/blocks.ts';

const MOST_LINKED_FROM = 12;

/** The page of an error, a rule or a guide. `links` takes the place of what it links to, where somebody has a better way to show it. */
export function pageDocument(entry: Page, links = seeAlso(entry)): Block[] {
  return [heading(1, entry.title), ...messageLine(entry), kindLine(entry), ...bodyOf(withBlanks(entry)), ...links, ...sourceList(entry)];
}

/** What users see of an error, as they see it. */
function messageLine(entry: Page): Block[] {
  return entry.kind === 'error' && entry.message !== null ? [paragraph(code(entry.message))] : [];
}

/** What kind of entry it is, and its id. */
export function kindLine(entry: Entry): Block {
  const detail = entry.kind === 'error' ? `${entry.role}, ${entry.stage}` : entry.kind === 'rule' ? entry.level : '';
  return paragraph(emphasis(`${entry.kind}${detail ? ` (${detail})` : ''} · `, code(entry.id)));
}

/** What an entry links to, and what links to it. */
export function seeAlso({ see, seenFrom }: Entry): Block[] {
  const from = seenFrom.filter((id) => !see.includes(id)).slice(0, MOST_LINKED_FROM);
  return [
    ...(see.length > 0 ? [heading(2, 'See also'), paragraph(...joined(see.map(entryLink), ' · '))] : []),
    ...(from.length > 0 ? [paragraph('Linked from: ', ...joined(from.map(entryLink), ' · '))] : []),
  ];
}

/** Where an entry rests on, with the day on which it was compared. */
export function sourceList({ sources }: Entry): Block[] {
  if (sources.length === 0) return [];
  const rows = sources.map(({ title, url, checked }) => [
    `${title}: `,
    { type: 'link' as const, text: url, href: url },
    ` (checked ${checked})`,
  ]);
  return [heading(2, 'Sources'), bullets(rows)];
}
