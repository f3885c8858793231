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

/** The links as the end of a page: the numbers are the keys that follow them. */
export function related(rows: readonly Row[]): Block[] {
  if (rows.length === 0) return [];
  return [
    headingBlock(2, 'Related'),
    numberedList(rows.slice(0, MOST_NUMBERED).map((row) => [`${row.label} `, emphasis(`(${row.note ?? ''})`)])),
  ];
}

/** The sources of an entry; choosing one copies its address. */
export function sourceRows(entry: Entry): Row[] {
  return entry.sources.map(({ title, url, checked }) => ({
    label: `${title}: ${url}`,
    note: checked,
    target: { to: 'copy', text: url, what: 'The address' },
  }));
}
