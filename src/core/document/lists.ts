/** Search hits and lists of entries → documents. */
import type { Entry } from '../library/entry.ts';
import { headlineOf } from '../library/entry-text.ts';
import { type Block, bullets, code, emphasis, heading, type Inline, lineBreak, paragraph, strong } from '../markup/blocks.ts';
import type { ListResult, SearchResult } from '../result.ts';
import type { Hit } from '../search/search.ts';

const PLURAL: Record<Entry['kind'], string> = { error: 'Errors', rule: 'Rules', guide: 'Guides', tree: 'Decision trees' };

/** The hits of a search, with what to type next. */
export function searchDocument({ query, hits, confident, plan }: SearchResult): Block[] {
  const [best] = hits;
  const sum = plan ? [paragraph('Calculate it: ', code(plan.command))] : [];
  if (!best) return [...sum, paragraph('Nothing found for ', code(query), '. Try other words, or paste the error message itself.')];
  const doubt = confident ? [] : [paragraph('Nothing fits well; nearest:')];
  return [...sum, ...doubt, bullets(hits.map(hitRow)), paragraph('Read one: ', code(`zerogpu-advisor show ${best.entry.id}`))];
}

function hitRow({ entry, phrase }: Hit): Inline[] {
  const asked = phrase === null ? [] : [lineBreak, emphasis(`asked as: ${phrase}`)];
  return [strong(headlineOf(entry)), ` (${entry.kind}, `, code(entry.id), ')', lineBreak, entry.summary, ...asked];
}

/** Ids with their titles, by kind. */
export function listDocument({ kind, entries }: ListResult): Block[] {
  const kinds = kind ? [kind] : (Object.keys(PLURAL) as Entry['kind'][]);
  return kinds.flatMap((each) => {
    const rows = entries.filter((entry) => entry.kind === each).map((entry) => [code(entry.id), ` ${headlineOf(entry)}`]);
    return [heading(2, PLURAL[each]), bullets(rows)];
  });
}
