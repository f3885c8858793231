/** Placeholders of a page filled with what is known; where nothing is known it says what to put there, never a guess. */
import { isSeveral, type Known } from '../../library/condition.ts';
import type { Block, Inline } from '../../markup/blocks.ts';
import { neutraliseAndMask } from '../../text/neutralise-and-mask.ts';

/** Longer values are no names or numbers. */
const LONGEST_VALUE = 200;
/** What may enter code or a command: a captured text is a stranger's, and must not end a string, a line or a command. */
const SAFE_IN_CODE = /^(?!-)[\w\p{L}\p{N}.+@:/=, ~-]{1,200}$/u;
/** A name of Python with its attributes and items: it can do nothing but be looked up. */
const EXPRESSION = /^[A-Za-z_]\w{0,60}(?:\.\w{1,60}|\[[\w-]{1,40}\]|\[(["'])[\w .-]{1,40}\1\]){0,6}$/;
/** A path of Windows: Python and its shells take a slash as well, which escapes nothing. */
const OF_WINDOWS = /^[A-Z]:\\/i;
/** Limits of versions as pip writes them; a page puts them into lines of requirements or into quotes. */
const LIMITS = /^(?:[=<>!~]{1,2}[\w.*+]{1,40},?){1,8}$/;
/** Packages with their extras, as in `gradio[oauth]`. */
const PACKAGES = /^(?:[A-Za-z][\w.-]{0,60}(?:\[[\w,-]{1,60}\])?(?: |$)){1,12}$/;
/** A list of plain strings and numbers. */
const LIST = /^\[(?:(?:'[\p{L}\p{N}_ .-]{1,40}'|"[\p{L}\p{N}_ .-]{1,40}"|[\w.]{1,40})(?:, |(?=\]))){1,20}\]$/u;
const PLACE = /\{\{([a-z][a-z0-9_-]*)\}\}/g;

export interface Filling {
  known: Known;
  /** What to put where a value is not known. */
  blanks: Readonly<Record<string, string>>;
}

/** The names of the placeholders in code or in words. */
export function placesIn(text: string): string[] {
  return [...text.matchAll(PLACE)].map(([, name = '']) => name);
}

/** The inlines with their values. */
export function fillInlines(inlines: readonly Inline[], filling: Filling): Inline[] {
  return inlines.map((inline): Inline => {
    if (typeof inline === 'string') return inline;
    if (inline.type === 'value') return shownValue(inline.name, filling);
    if (inline.type === 'code') return codeInSentence(inline, filling);
    return 'inlines' in inline ? { ...inline, inlines: fillInlines(inline.inlines, filling) } : inline;
  });
}

/** Nobody copies a sentence: a value that is not fit for code stands there as the text that it is. */
function codeInSentence(code: Extract<Inline, { type: 'code' }>, filling: Filling): Inline {
  const [name = ''] = placesIn(code.text);
  const value = code.text === `{{${name}}}` ? filling.known[name] : undefined;
  return typeof value === 'string' && !isSafe(value) ? shownValue(name, filling) : { ...code, text: fillCode(code.text, filling) };
}

/** Sentences whose values must all be known; null otherwise. */
export function fillWhole(inlines: readonly Inline[], filling: Filling): Inline[] | null {
  const isKnown = (name: string): boolean => filling.known[name] !== undefined;
  const isWhole = inlines.every((inline) => {
    if (typeof inline === 'string') return true;
    if (inline.type === 'value') return isKnown(inline.name);
    return inline.type !== 'code' || placesIn(inline.text).every(isKnown);
  });
  return isWhole ? fillInlines(inlines, filling) : null;
}

/** The blocks with their values, in sentences and in snippets. */
export function fillBlocks(blocks: readonly Block[], filling: Filling): Block[] {
  return blocks.map((block) => fillBlock(block, filling));
}

function fillBlock(block: Block, filling: Filling): Block {
  switch (block.type) {
    case 'heading':
    case 'paragraph':
      return { ...block, inlines: fillInlines(block.inlines, filling) };
    case 'snippet':
      return { ...block, code: fillCode(block.code, filling) };
    case 'list':
      return { ...block, items: block.items.map((item) => fillBlocks(item, filling)) };
    case 'table':
      return { ...block, rows: block.rows.map((row) => row.map((cell) => fillInlines(cell, filling))) };
    case 'quote':
    case 'group':
    case 'details':
      return { ...block, blocks: fillBlocks(block.blocks, filling) };
  }
}

/** Code or a command with its values. */
export function fillCode(code: string, { known, blanks }: Filling): string {
  return code.replace(PLACE, (_, name: string) => {
    const value = known[name];
    // Of a range, or of several, nobody knows which it is.
    if (value === undefined || typeof value === 'object') return blankFor(name, blanks);
    const text = OF_WINDOWS.test(String(value)) ? String(value).replaceAll(/\\{1,2}/g, '/') : String(value);
    return isSafe(text) ? text : `<${name}: see the log, it is not fit for code>`;
  });
}

/** A name or a few words with their values; null where a value is not known, or is not fit for code. */
export function fillName(text: string, { known }: Filling): string | null {
  const isKnown = placesIn(text).every((name) => typeof known[name] !== 'object' && isFit(String(known[name] ?? '')));
  return isKnown ? text.replace(PLACE, (_, name: string) => String(known[name])) : null;
}

function isSafe(value: string): boolean {
  return [SAFE_IN_CODE, LIMITS, PACKAGES, LIST].some((fit) => fit.test(value));
}

function isFit(value: string): boolean {
  return SAFE_IN_CODE.test(value) || EXPRESSION.test(value);
}

function shownValue(name: string, { known, blanks }: Filling): Inline {
  const value = known[name];
  if (value === undefined) return blankFor(name, blanks);
  const text = isSeveral(value) ? value.join(', ') : typeof value === 'object' ? value.text : String(value);
  return { type: 'foreign', text: neutraliseAndMask(text, LONGEST_VALUE) };
}

function blankFor(name: string, blanks: Filling['blanks']): string {
  return `<${blanks[name] ?? name.replaceAll(/[_-]/g, ' ')}>`;
}
