/** Content files to the whole knowledge: every entry parsed, links reversed, and all that was wrong on the way. */
import { basename } from 'node:path';
import { byOwner } from '../../core/library/changes.ts';
import { type Entry, isQuestion } from '../../core/library/entry.ts';
import { textOf } from '../../core/library/entry-text.ts';
import type { Fact, Knowledge, SearchTable } from '../../core/library/library.ts';
import { linkedEntries } from '../../core/markup/read.ts';
import { searchTableOf } from '../../core/search/search-table.ts';
import type { Problem } from '../problem.ts';
import { actsOf, askerKnowledgeOf, parseAsker } from './asker.ts';
import { askProblems, asksById } from './asks.ts';
import { failureKnowledgeOf, kindsOf, parseFailures } from './failures.ts';
import type { Content } from './files.ts';
import { limitsOf } from './limits.ts';
import { type Parsed, parseEntry } from './parse.ts';
import { parsePlaces, signsOf } from './places.ts';
import type { AskerFile, FailuresFile, PlacesFile } from './schema.ts';
import { parseShelf, type Shelf } from './shelf.ts';

export interface Assembled {
  knowledge: Knowledge;
  parsed: Parsed[];
  shelf: Shelf;
  places: PlacesFile;
  failures: FailuresFile;
  asker: AskerFile;
  problems: Problem[];
}

/** Parses and links all content; what cannot be parsed is left out and stands in `problems`. */
export function assemble(content: Content): Assembled {
  const problems: Problem[] = [];
  const shelf = parseShelf(content, problems);
  const places = parsePlaces(content.places, problems);
  const failures = parseFailures(content.failures, problems);
  const asker = parseAsker(content.asker, problems);
  const asks = asksById(content.asks);
  const parsed = content.files.flatMap((file) => parseEntry(file, shelf, asks, problems) ?? []);
  const entries = parsed.map(({ entry }) => entry).sort((a, b) => (a.id < b.id ? -1 : 1));
  linkBack(entries);
  const failureKnowledge = failureKnowledgeOf(failures, problems);
  for (const { entry, samples } of parsed) {
    if (entry.kind !== 'error') continue;
    entry.kinds = kindsOf(failureKnowledge, samples);
    for (const fix of entry.fixes) {
      fix.does = actsOf(asker, fix);
      fix.limits = limitsOf(fix, shelf.companions);
    }
  }
  const facts = [...shelf.facts.values()].map(({ owns: _, ...fact }): Fact => fact);
  problems.push(...askProblems(content.asks, entries));
  let searchTable: SearchTable | undefined;
  const knowledge: Knowledge = {
    entries,
    facts,
    modules: shelf.modules,
    companions: shelf.companions,
    imports: shelf.imports,
    names: byLibrary(content.names),
    members: Object.fromEntries(Object.entries(byLibrary(content.members)).map(([library, table]) => [library, byOwner(table)])),
    places: signsOf(places),
    asker: askerKnowledgeOf(asker, problems),
    failures: failureKnowledge,
    // Not everybody who reads the content searches in it.
    get searchTable() {
      searchTable ??= searchTableOf(entries, shelf.thesaurus);
      return searchTable;
    },
  };
  return { knowledge, parsed, shelf, places, failures, asker, problems };
}

/** The tables of a folder, by the names of their files. */
function byLibrary(files: Content['names']): Record<string, string> {
  return Object.fromEntries(files.map(({ path, text }) => [basename(path, '.txt'), text]));
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
  const ends = entry.kind === 'tree' ? Object.values(entry.nodes).flatMap((node) => (isQuestion(node) ? [] : node.see)) : [];
  return [...new Set([...entry.see, ...ends, ...linkedEntries(textOf(entry))])];
}
