/** Rows that several screens share: an entry to open, the links of an entry, its sources. */
import { entryDocument } from '../../core/document/document.ts';
import { type Entry, isQuestion, type TreeEntry } from '../../core/library/entry.ts';
import { headlineOf, textOf } from '../../core/library/entry-text.ts';
import type { Library } from '../../core/library/library.ts';
import { type Block, emphasis, heading as headingBlock, numbered as numberedList, paragraph } from '../../core/markup/blocks.ts';
import { linkedEntries } from '../../core/markup/read.ts';
import type { Row } from '../state/model.ts';
import type { Subject } from '../state/state.ts';

/** Links that a page numbers: as many as there are digits to follow them. */
const MOST_NUMBERED = 9;

/** The screen that shows an entry. */
export function subjectOf(entry: Entry): Subject {
  return entry.kind === 'tree' ? { screen: 'tree', id: entry.id, answers: [] } : { screen: 'page', id: entry.id };
}

/** A row that opens an entry, with the entry as preview. */
export function entryRow(entry: Entry): Row {
  let preview: Block[] | undefined;
  return {
    label: headlineOf(entry),
    note: entry.kind,
    target: { to: 'subject', subject: subjectOf(entry) },
    preview: () => (preview ??= entry.kind === 'tree' ? treePreview(entry) : entryDocument(entry)),
  };
}

function treePreview(tree: TreeEntry): Block[] {
  const first = tree.nodes[tree.start];
  const question = first && isQuestion(first) ? [headingBlock(2, ...first.ask), numberedList(first.options.map(({ say }) => say))] : [];
  return [headingBlock(1, tree.title), paragraph(tree.summary), ...question];
}

/** A row that cannot be chosen and says what stands below it. */
export function heading(label: string): Row {
  return { label, target: null };
}

/** Rows for ids; those that nobody knows are left out. */
export function idRows(library: Library, ids: readonly string[]): Row[] {
  const seen = new Set<string>();
  return ids.flatMap((id) => {
    const entry = library.get(id);
    if (!entry || seen.has(entry.id)) return [];
    seen.add(entry.id);
    return [entryRow(entry)];
  });
}

/** The ids that a page links to: what it recommends first, then what its text names, then who links here. */
export function linkedIds(entry: Entry): string[] {
  const named = entry.kind === 'tree' ? [] : linkedEntries(textOf(entry));
  return [...new Set([...entry.see, ...named, ...entry.seenFrom])].filter((id) => id !== entry.id);
}

/** The rows with the digits that go to them, from `first` on, as far as there are digits. */
export function numbered(rows: readonly Row[], first = 1): Row[] {
  return rows.map((row, index) => ({ ...row, number: first + index <= MOST_NUMBERED ? first + index : null }));
}

/** The links as the end of a page: the numbers are the keys that follow them. */
export function related(rows: readonly Row[]): Block[] {
  const shown = rows.filter(({ number }) => typeof number === 'number');
  const start = shown[0]?.number;
  if (typeof start !== 'number') return [];
  const items = shown.map((row): Block[] => [paragraph(`${row.label} `, emphasis(`(${row.note ?? ''})`))]);
  return [headingBlock(2, RELATED), { type: 'list', start, items }];
}

/** The heading above the numbered links of a page. */
export const RELATED = 'Related';

/** The sources of an entry; choosing one copies its address. */
export function sourceRows(entry: Entry): Row[] {
  return entry.sources.map(({ title, url, checked }) => ({
    label: `${title}: ${url}`,
    note: checked,
    target: { to: 'copy', text: url, what: url },
  }));
}
