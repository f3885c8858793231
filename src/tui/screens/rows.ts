/** Rows that several screens share: an entry to open, the links of an entry, its sources. */
import type { Entry } from '../../core/library/entry.ts';
import type { Library } from '../../core/library/library.ts';
import { pageDocument } from '../../render/document.ts';
import type { Row } from '../state/model.ts';
import type { Subject } from '../state/state.ts';

export const KIND_WORD: Record<Entry['kind'], string> = { error: 'error', rule: 'rule', guide: 'guide', tree: 'tree' };

/** The screen that shows an entry. */
export function subjectOf(entry: Entry): Subject {
  return entry.kind === 'tree' ? { screen: 'tree', id: entry.id, answers: [] } : { screen: 'page', id: entry.id };
}

/** A row that opens an entry, with the entry as preview. */
export function entryRow(entry: Entry): Row {
  return {
    label: entry.title,
    note: KIND_WORD[entry.kind],
    target: { to: 'subject', subject: subjectOf(entry) },
    preview: () => (entry.kind === 'tree' ? treePreview(entry) : pageDocument(entry)),
  };
}

function treePreview(tree: Extract<Entry, { kind: 'tree' }>): string {
  const first = tree.nodes[tree.start];
  const options = first && 'options' in first ? first.options.map((option, index) => `${index + 1}. ${option.say}`) : [];
  const ask = first && 'ask' in first ? `## ${first.ask}` : '';
  return [`# ${tree.title}`, tree.summary, ask, options.join('\n')].filter(Boolean).join('\n\n');
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
  const named = entry.kind === 'tree' ? [] : mentioned(entry.body);
  return [...new Set([...entry.see, ...named, ...entry.seenFrom])].filter((id) => id !== entry.id);
}

/** Ids that Markdown names as [[id]]. */
export function mentioned(markdown: string): string[] {
  return [...markdown.matchAll(/\[\[([a-z0-9-]{1,80})\]\]/g)].map((found) => found[1] as string);
}

/** Numbered Markdown of link rows, for the end of a page: the numbers are the keys that follow them. */
export function numbered(rows: Row[]): string {
  return rows
    .slice(0, 9)
    .map((row, index) => `${index + 1}. ${row.label} *(${row.note ?? ''})*`)
    .join('\n');
}

/** The sources of an entry; choosing one copies its address. */
export function sourceRows(entry: Entry): Row[] {
  return entry.sources.map(({ title, url, checked }) => ({
    label: `${title}: ${url}`,
    note: checked,
    target: { to: 'copy', text: url, what: 'The address' },
  }));
}
