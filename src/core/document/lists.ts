/** Search hits and lists of entries → documents. */
import type { Entry } from '../library/entry.ts';
import { type Block, bullets, code, heading, lineBreak, paragraph, strong } from '../markup/blocks.ts';
import type { ListResult, SearchResult } from '../result.ts';

const PLURAL: Record<Entry['kind'], string> = { error: 'Errors', rule: 'Rules', guide: 'Guides', tree: 'Decision trees' };

/** The hits of a search, with what to type next. */
export function searchDocument({ query, hits }: SearchResult): Block[] {
  const [best] = hits;
  if (!best) return [paragraph('Nothing found for ', code(query), '. Try other words, or paste the error message itself.')];
  const rows = hits.map(({ entry }) => [strong(entry.title), ` (${entry.kind}, `, code(entry.id), ')', lineBreak, entry.summary]);
  return [bullets(rows), paragraph('Read one: ', code(`zerogpu-advisor show ${best.entry.id}`))];
}

/** Ids with their titles, by kind. */
export function listDocument({ kind, entries }: ListResult): Block[] {
  const kinds = kind ? [kind] : (Object.keys(PLURAL) as Entry['kind'][]);
  return kinds.flatMap((each) => {
    const rows = entries.filter((entry) => entry.kind === each).map((entry) => [code(entry.id), ` ${entry.title}`]);
    return [heading(2, PLURAL[each]), bullets(rows)];
  });
}
