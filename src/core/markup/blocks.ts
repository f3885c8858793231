/**
 * The document as a value: what a page or an answer says, before anybody knows whether it becomes Markdown, terminal lines or a screen.
 * Our own words are plain strings; words of somebody else have a type of their own, so that whoever prints them escapes them, and
 * nobody else has to.
 */
import type { SafeText } from '../text/neutralise.ts';

/** A part of a line. In a string a line feed is a blank: where the author broke the line of the source. */
export type Inline =
  | string
  /** Words of a log, a file or an argument. */
  | { type: 'foreign'; text: SafeText }
  | { type: 'code'; text: string }
  | { type: 'strong' | 'emphasis'; inlines: Inline[] }
  /** An entry, by its id. */
  | { type: 'entry'; id: string }
  | { type: 'link'; text: string; href: string }
  /** What a log may fill in: a capture, a version, a sum. */
  | { type: 'value'; name: string }
  | { type: 'break' };

/** What a heading or a paragraph means, for whoever paints it. */
export type Tone = 'cause' | 'symptom' | 'notice' | 'must' | 'should' | 'fix' | 'quiet';

export type Block =
  | { type: 'heading'; depth: number; inlines: Inline[]; tone?: Tone }
  | { type: 'paragraph'; inlines: Inline[]; tone?: Tone }
  /** `start` is the number of the first item; null for bullets. */
  | { type: 'list'; start: number | null; items: Block[][] }
  | Snippet
  | { type: 'table'; head: Inline[][]; rows: Inline[][][] }
  | { type: 'quote'; blocks: Block[] }
  /** For a terminal: stands further right by `indent` columns, without blank lines within when it is tight. Nothing of it shows in Markdown. */
  | { type: 'group'; blocks: Block[]; indent: number; isTight: boolean }
  /** Folded away where that can be done. */
  | { type: 'details'; summary: string; blocks: Block[] };

export interface Snippet {
  type: 'snippet';
  code: string;
  language: string;
  /** Not to be copied: a line of the log, or something drawn with characters. */
  as?: 'evidence' | 'drawing';
  /** Offsets of what matters within an evidence. */
  marked?: [start: number, end: number];
}

/** The language of a snippet that is no code. */
export const PLAIN_TEXT = 'text';

export const code = (text: string): Inline => ({ type: 'code', text });
export const foreign = (text: SafeText): Inline => ({ type: 'foreign', text });
export const strong = (...inlines: Inline[]): Inline => ({ type: 'strong', inlines });
export const emphasis = (...inlines: Inline[]): Inline => ({ type: 'emphasis', inlines });
export const entryLink = (id: string): Inline => ({ type: 'entry', id });
export const lineBreak: Inline = { type: 'break' };

export const heading = (depth: number, ...inlines: Inline[]): Block => ({ type: 'heading', depth, inlines });
export const paragraph = (...inlines: Inline[]): Block => ({ type: 'paragraph', inlines });
export const bullets = (items: Inline[][]): Block => ({
  type: 'list',
  start: null,
  items: items.map((inlines) => [paragraph(...inlines)]),
});
export const numbered = (items: Inline[][]): Block => ({ type: 'list', start: 1, items: items.map((inlines) => [paragraph(...inlines)]) });
export const snippet = (text: string, language: string): Snippet => ({ type: 'snippet', code: text, language });
export const drawing = (lines: readonly string[]): Snippet => ({
  type: 'snippet',
  code: lines.join('\n'),
  language: PLAIN_TEXT,
  as: 'drawing',
});
export const indented = (...blocks: Block[]): Block => ({ type: 'group', blocks, indent: 2, isTight: false });
export const tight = (...blocks: Block[]): Block => ({ type: 'group', blocks, indent: 0, isTight: true });

/** The parts with `between` from one to the next. */
export function joined(parts: readonly Inline[], between: string): Inline[] {
  return parts.flatMap((part, index) => (index === 0 ? [part] : [between, part]));
}
