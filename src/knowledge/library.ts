/** Content files to the whole knowledge: every entry parsed, links reversed, and all that was wrong on the way. */
import type { Entry } from '../core/library/entry.ts';
import type { Fact, Knowledge } from '../core/library/library.ts';
import type { Content } from './files.ts';
import { type Parsed, parseEntry } from './parse.ts';
import type { Problem } from './problem.ts';
import { parseShelf, type Shelf } from './shelf.ts';

export interface Assembled {
  knowledge: Knowledge;
  parsed: Parsed[];
  shelf: Shelf;
  problems: Problem[];
}

/** Parses and links all content; what cannot be parsed is left out and stands in `problems`. */
export function assemble(content: Content): Assembled {
  const problems: Problem[] = [];
  const shelf = parseShelf(content.facts, content.sources, problems);
  const parsed = content.files.flatMap((file) => parseEntry(file, shelf, problems) ?? []);
  const entries = parsed.map(({ entry }) => entry).sort((a, b) => (a.id < b.id ? -1 : 1));
  linkBack(entries);
  const facts = [...shelf.facts.values()].map(({ owns: _, ...fact }): Fact => fact);
  return { knowledge: { entries, facts }, parsed, shelf, problems };
}

function linkBack(entries: Entry[]): void {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  for (const entry of entries) {
    for (const id of linksOf(entry)) {
      const target = byId.get(id);
      if (target && target !== entry && !target.seenFrom.includes(entry.id)) target.seenFrom.push(entry.id);
    }
  }
}

/** Every id that an entry points to: `see`, the ends of a tree, and [[links]] in its text. */
export function linksOf(entry: Entry): string[] {
  const texts = entry.kind === 'tree' ? Object.values(entry.nodes).map((node) => ('ask' in node ? node.why : node.text)) : [entry.body];
  const inText = texts.flatMap((text) =>
    [...text.replace(/```[\s\S]*?```/g, '').matchAll(/\[\[([^\]]+)\]\]/g)].map((found) => found[1] as string),
  );
  const ends = entry.kind === 'tree' ? Object.values(entry.nodes).flatMap((node) => ('see' in node ? node.see : [])) : [];
  return [...new Set([...entry.see, ...ends, ...inText])];
}
