/** Where a line may end within a literal: the few that begin in one text and go on in the next are known by the characters there. */

/** What stands for the end of a line. */
const BLANK = ' ';
/** So many characters on either side of it tell most literals apart. */
const NEAR = 2;
const PIECE = 3;

/** A literal broken at a blank; one part is empty where it begins, or ends, with that. */
interface Broken {
  number: number;
  left: string;
  right: string;
}

/** All the ways in which some literals are broken. */
export class BrokenLiterals {
  readonly #ways = new Map<string, Broken[]>();
  readonly #pieces = new Set<string>();

  /** @param literals in small letters, each of three characters or more. */
  constructor(literals: readonly string[]) {
    for (const [number, literal] of literals.entries()) {
      for (let at = literal.indexOf(BLANK); at >= 0; at = literal.indexOf(BLANK, at + 1))
        this.#add({ number, left: literal.slice(0, at), right: literal.slice(at + 1) });
      for (let at = PIECE; at <= literal.length; at++) this.#pieces.add(literal.slice(at - PIECE, at));
    }
  }

  /** Numbers of the literals that begin in the first text, or in the blank behind it, and do not end in it. In small letters. */
  atBlank(before: string, after: string): number[] {
    const found = new Set<number>();
    for (let left = 0; left <= Math.min(NEAR, before.length); left++) {
      const end = before.slice(before.length - left);
      for (let right = 0; right <= Math.min(NEAR, after.length); right++)
        for (const way of this.#ways.get(end + BLANK + after.slice(0, right)) ?? NOWHERE)
          if (before.endsWith(way.left) && after.startsWith(way.right)) found.add(way.number);
    }
    return [...found];
  }

  /** Whether one may stand across the two with nothing between them: yes too often, never no too often. In small letters. */
  mayBeWithin(before: string, after: string): boolean {
    return this.#pieces.has(before.slice(-2) + after.slice(0, 1)) || this.#pieces.has(before.slice(-1) + after.slice(0, 2));
  }

  #add(way: Broken): void {
    const key = way.left.slice(-NEAR) + BLANK + way.right.slice(0, NEAR);
    const ways = this.#ways.get(key);
    if (ways) ways.push(way);
    else this.#ways.set(key, [way]);
  }
}

const NOWHERE: readonly Broken[] = [];
