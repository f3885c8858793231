/** Which expression of a quoted statement a message of Python speaks of: by what was asked of it, and by the carets below it. */
import type { Asked } from '../../library/failure.ts';
import type { Location, Pointed } from '../../log/traceback/traceback-line.ts';
import { openedAt, operandBefore, operandsBefore, partsOf } from './operand.ts';

/** A place in the brackets of a call, an index, or behind a name. */
const ITEM = /(?<=[\w)\]'"])\[/g;
const CALL = /(?<=[\w)\]])\(/g;
const LENGTH = /\blen\((?=[^()]{1,60}(?:\([^()]{0,40}\))?\))/g;
const EACH = /\bin (?<each>[A-Za-z_][\w.()[\]'"]{0,60}?)(?=:| for | if |[\])}]|$)/g;
const VALUES = /^(?:[\w.[\]'"]{1,40}, ?){1,8}\*?[\w.[\]'"]{1,40} = (?<values>[A-Za-z_].{0,60})$/s;
const ASSERTS = /^assert (?=.{1,200}$)/;
/** Bound of a name within an expression that is made of it. */
const NAME = /^\w{1,60}$/;

/** What is called there may be what it was handed. */
const CALLS_OTHERS = /(?:^|\.)(?:run|map|filter|sorted|sort|min|max|reduce|submit|partial|apply\w*|call\w*|to_thread|run_\w+)$/;
/** What can be printed; no literal, and not what every method has. */
const NAME_OF_VALUE = /^(?!(?:None|True|False|self|cls)$)[A-Za-z_][\w.]{0,60}$/;

/** What a message says, as far as it tells which expression it is. */
export interface Said {
  attribute?: unknown;
  key?: unknown;
  sign?: unknown;
  /** Type of the left side of an operator. */
  left?: unknown;
}

/** The expression; null where the frame quotes nothing, or where it can be several. */
export function expressionOf(asked: Asked, said: Said, frame: Pick<Location, 'quoted' | 'pointed'> | null): string | null {
  if (!frame?.quoted) return null;
  const { quoted, pointed } = frame;
  const found = (pointed && withinPointed(asked, said, pointed)) ?? all(asked, said, quoted);
  const [only = ''] = found;
  const isUnsure = found.length !== 1 || (asked === 'call' && CALLS_OTHERS.test(only)) || !isBalanced(only);
  return isUnsure ? null : only;
}

/** The carets stand under the whole, and what is asked of it ends there. */
function withinPointed(asked: Asked, said: Said, { text, from, to }: Pointed): string[] | null {
  const last = text.length - 1;
  switch (asked) {
    case 'attribute':
      return text.endsWith(`.${said.attribute}`) ? [text.slice(0, text.lastIndexOf('.'))] : null;
    case 'item':
    case 'key':
      return text.endsWith(']') ? oneOf(operandBefore(text, openedAt(text, last))) : null;
    case 'call':
      return text.endsWith(')') ? oneOf(operandBefore(text, openedAt(text, last))) : null;
    case 'side':
      return from > 0 && to < text.length
        ? [text.slice(said.left === 'NoneType' ? 0 : to, said.left === 'NoneType' ? from : undefined).trim()]
        : null;
    case 'each':
    case 'values':
      return /^[A-Za-z_][\w.]{0,60}(?:\([\w., ]{0,60}\))?$/.test(text) ? [text] : null;
    default:
      return null;
  }
}

/** All that it can be where nothing is marked. */
function all(asked: Asked, { attribute, key, sign, left }: Said, quoted: string): string[] {
  switch (asked) {
    case 'attribute':
      return NAME.test(String(attribute)) ? operandsBefore(quoted, new RegExp(String.raw`\.${attribute}\b`, 'g')) : [];
    case 'item':
      return operandsBefore(quoted, ITEM);
    case 'call':
      return operandsBefore(quoted, CALL);
    case 'key':
      return keyed(quoted, String(key));
    case 'length':
      return [...quoted.matchAll(LENGTH)].map(({ 0: whole, index }) =>
        quoted.slice(index + whole.length, closedAt(quoted, index + whole.length)),
      );
    case 'each':
      return [...quoted.matchAll(EACH)].map(({ groups }) => groups?.each ?? '');
    case 'values':
      return oneOf(VALUES.exec(quoted)?.groups?.values ?? null);
    case 'condition':
      return ASSERTS.test(quoted)
        ? partsOf(quoted.replace(ASSERTS, ''))
            .slice(0, 1)
            .filter((part) => part !== '(')
        : [];
    case 'side':
      return sideOf(quoted, String(sign), left === 'NoneType');
  }
}

/** What the key is written behind, else what alone is asked for an item. */
function keyed(quoted: string, key: string): string[] {
  const at = [`['${key}']`, `["${key}"]`].map((text) => quoted.indexOf(text)).find((place) => place >= 0);
  if (at !== undefined) return oneOf(operandBefore(quoted, at));
  return operandsBefore(quoted, ITEM);
}

/** The side of the only operator with this sign. */
function sideOf(quoted: string, sign: string, isLeft: boolean): string[] {
  const at = quoted.indexOf(` ${sign} `);
  if (at < 0 || at !== quoted.lastIndexOf(` ${sign} `)) return [];
  if (isLeft) return oneOf(operandBefore(quoted, at));
  return oneOf(/^[A-Za-z_][\w.]{0,60}(?![\w.([])/.exec(quoted.slice(at + sign.length + 2))?.[0] ?? null);
}

function closedAt(text: string, begin: number): number {
  let depth = 1;
  for (let at = begin; at < text.length; at++) {
    if (text[at] === '(') depth++;
    else if (text[at] === ')' && --depth === 0) return at;
  }
  return text.length;
}

function isBalanced(text: string): boolean {
  return text.split('(').length === text.split(')').length && text.split('[').length === text.split(']').length;
}

function oneOf(found: string | null): string[] {
  return found === null || found === '' ? [] : [found];
}

/** The names that a call of the statement hands over: what can be printed before it; no literals. The first call that has any. */
export function handedOver(quoted: string): string[] {
  for (const { index } of quoted.matchAll(/(?<=\w)\(/g)) {
    const parts = partsOf(quoted.slice(index + 1, closedAt(quoted, index + 1)));
    const names = parts.map((part) => part.replace(/^\w{1,60}\s?=\s?|^\*{1,2}/, '')).filter((value) => NAME_OF_VALUE.test(value));
    if (names.length > 0) return [...new Set(names)];
  }
  return [];
}
