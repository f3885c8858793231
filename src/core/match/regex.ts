/** Reads the source of a regular expression as far as its literal runs go: the signatures' own syntax, without flags. */

/** What stands in a sequence. An assertion takes no room, a class is any one character, a reference is as long as what it repeats. */
export type Element =
  | { kind: 'character'; text: string }
  | { kind: 'assertion' | 'class' | 'reference' }
  | { kind: 'group'; alternatives: Alternative[] }
  | { kind: 'repeated'; min: number; max: number; element: Element };

export type Alternative = readonly Element[];

/** Every other character stands for itself, and most are such: nothing else is tried for them. */
const SYNTAX = '\\[(.^$';
const REPEATS = '*+?{';
const ASSERTION = /[$^]|\\b/iy;
const CLASS = /\.|\\[dsw]|\[\^?(?:\\.|[^\]\\])*\]/iy;
const REFERENCE = /\\(?:k<\w+>|[1-9]\d*)/y;
const BY_CODE = /\\(?:x([\da-f]{2})|u([\da-f]{4}))/iy;
const CONTROL = /\\([fnrtv])/y;
const ESCAPED = /\\(.)/sy;
const OPENING = /\((?:\?(?:[:=!]|<[=!]|<\w+>))?/y;
const LOOKING = /[=!]$/;
const TIMES = /(?:([*+?])|\{(\d+)(?:(,)(\d*))?\})\??/y;

const CONTROLS: Readonly<Record<string, string>> = { f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' };
const SHORT_TIMES: Readonly<Record<string, readonly [min: number, max: number]>> = {
  '*': [0, Number.POSITIVE_INFINITY],
  '+': [1, Number.POSITIVE_INFINITY],
  '?': [0, 1],
};

/** The alternatives of an expression that RegExp takes. */
export function alternativesOf(source: string): Alternative[] {
  return new Reader(source).alternatives();
}

class Reader {
  readonly #source: string;
  #at = 0;

  constructor(source: string) {
    this.#source = source;
  }

  /** Those of the expression, or of the group that is open. */
  alternatives(): Alternative[] {
    let elements: Element[] = [];
    const all: Alternative[] = [elements];
    while (this.#at < this.#source.length && this.#source[this.#at] !== ')') {
      if (this.#source[this.#at] !== '|') elements.push(this.#repeated(this.#element()));
      else {
        this.#at++;
        elements = [];
        all.push(elements);
      }
    }
    return all;
  }

  #element(): Element {
    const char = this.#source[this.#at] as string;
    if (!SYNTAX.includes(char)) {
      this.#at++;
      return { kind: 'character', text: char };
    }
    const opening = this.#take(OPENING);
    if (opening) return this.#group(LOOKING.test(opening[0]));
    if (this.#take(ASSERTION)) return { kind: 'assertion' };
    if (this.#take(CLASS)) return { kind: 'class' };
    if (this.#take(REFERENCE)) return { kind: 'reference' };
    const code = this.#take(BY_CODE);
    if (code) return { kind: 'character', text: String.fromCharCode(Number.parseInt(code[1] ?? (code[2] as string), 16)) };
    const control = this.#take(CONTROL);
    if (control) return { kind: 'character', text: CONTROLS[control[1] as string] as string };
    return { kind: 'character', text: this.#take(ESCAPED)?.[1] as string };
  }

  #group(isLooking: boolean): Element {
    const alternatives = this.alternatives();
    this.#at++;
    return isLooking ? { kind: 'assertion' } : { kind: 'group', alternatives };
  }

  #repeated(element: Element): Element {
    const next = this.#source[this.#at];
    const times = next !== undefined && REPEATS.includes(next) ? this.#take(TIMES) : null;
    if (!times) return element;
    const [, short, least, comma, most] = times;
    const [min, max] = short === undefined ? boundsOf(Number(least), comma, most) : (SHORT_TIMES[short] as [number, number]);
    return { kind: 'repeated', min, max, element };
  }

  #take(what: RegExp): RegExpExecArray | null {
    what.lastIndex = this.#at;
    const found = what.exec(this.#source);
    if (found) this.#at = what.lastIndex;
    return found;
  }
}

function boundsOf(min: number, comma: string | undefined, most: string | undefined): [min: number, max: number] {
  if (comma === undefined) return [min, min];
  return [min, most ? Number(most) : Number.POSITIVE_INFINITY];
}
