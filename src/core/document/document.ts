/** Any Result → its document: what the terminal, the app, the clipboard and an issue all show. */
import type { Entry } from '../library/entry.ts';
import { type Block, paragraph } from '../markup/blocks.ts';
import type { Result } from '../result.ts';
import { checkDocument } from './check.ts';
import { diagnosisDocument } from './diagnosis.ts';
import { listDocument, searchDocument } from './lists.ts';
import { pageDocument } from './page.ts';
import { planDocument } from './plan.ts';
import { treeDocument } from './tree.ts';

/** The document of a result. `isFolding`: parts may be folded away, as Markdown can. */
export function documentOf(result: Exclude<Result, { type: 'text' }>, isFolding = false): Block[] {
  switch (result.type) {
    case 'diagnosis':
      return diagnosisDocument(result, isFolding);
    case 'search':
      return searchDocument(result);
    case 'list':
      return listDocument(result);
    case 'page':
      return entryDocument(result.entry);
    case 'tree':
      return treeDocument(result);
    case 'plan':
      return planDocument(result.plan);
    case 'check':
      return checkDocument(result.report);
    case 'problem':
      return [paragraph(`${result.what} ${result.help}`)];
  }
}

/** The document of an entry; of a tree all of it. */
export function entryDocument(entry: Entry): Block[] {
  return entry.kind === 'tree' ? treeDocument({ type: 'tree', tree: entry, walk: null, node: null }) : pageDocument(entry);
}
