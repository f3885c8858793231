/** What screens may ask: the library, the search, a diagnosis of a text, and documents laid out once per width. */
import { Diagnoser } from '../core/diagnose/diagnoser.ts';
import { explain } from '../core/explain/explain.ts';
import type { Library } from '../core/library/library.ts';
import type { Block } from '../core/markup/blocks.ts';
import type { DiagnosisResult } from '../core/result.ts';
import { type Hit, SearchIndex } from '../core/search/search.ts';
import type { SpaceAtHand } from '../io/space-at-hand.ts';
import { type Colour, type Theme, themeFor } from '../render/theme.ts';
import { type Paper, paperOf } from './view/paper.ts';

/** Lines of a file, the one that is meant among them. */
export type SourceExcerpt = NonNullable<ReturnType<SpaceAtHand['source']>>;

export interface World {
  library: Library;
  /** The Space in the folder that the app was started in, or was given. */
  space: SpaceAtHand | null;
  theme: Theme;
  /** Whether copied text can be shown in colour; marks without colour are drawn as characters. */
  colour: Colour;
  search: (query: string) => Hit[];
  explain: (diagnosis: Parameters<typeof explain>[2]) => DiagnosisResult;
  diagnose: (text: string) => DiagnosisResult;
  paper: (blocks: readonly Block[], width: number) => Paper;
  /** Opens what the first search needs, in a few milliseconds. */
  warm: () => void;
}

const MOST_HITS = 30;
const MOST_QUERIES = 50;
/** A text may be large: the one that is being typed, and the one before it. */
const MOST_TEXTS = 2;

/** Makes the world; what a search needs is opened on first use, or before. */
export function worldOf(library: Library, colour: Colour, space: SpaceAtHand | null = null): World {
  let index: SearchIndex | undefined;
  const indexed = () => (index ??= new SearchIndex(library));
  const explained: World['explain'] = (diagnosis) => {
    const result = explain(library, indexed, diagnosis);
    return space ? space.beside(result) : result;
  };
  return {
    library,
    space,
    theme: themeFor(colour),
    colour,
    search: remembering(MOST_QUERIES, (query: string) => indexed().search(query, MOST_HITS)),
    explain: explained,
    diagnose: remembering(MOST_TEXTS, (text: string) => {
      const diagnoser = new Diagnoser(library);
      diagnoser.push(new TextEncoder().encode(text));
      return explained(diagnoser.end());
    }),
    paper: paperStore(colour),
    warm: indexed,
  };
}

function paperStore(colour: Colour): World['paper'] {
  /** Of each document the last layout: another width is another window. */
  const laid = new WeakMap<readonly Block[], { width: number; paper: Paper }>();
  return (blocks, width) => {
    const known = laid.get(blocks);
    if (known?.width === width) return known.paper;
    const paper = paperOf(blocks, width, colour);
    laid.set(blocks, { width, paper });
    return paper;
  };
}

/** The function with its last `most` results kept. */
function remembering<T>(most: number, make: (text: string) => T): (text: string) => T {
  const kept = new Map<string, T>();
  return (text) => {
    const known = kept.get(text);
    if (known !== undefined) return known;
    const made = make(text);
    if (kept.size >= most) kept.delete(kept.keys().next().value as string);
    kept.set(text, made);
    return made;
  };
}
