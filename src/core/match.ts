/** Lines to matches: the signatures of all errors against one line. */
import type { ErrorEntry, Pattern } from './entry.ts';

export type Value = number | string;

export interface Match {
  id: string;
  /** Index of the pattern within its signature. */
  pattern: number;
  weak: boolean;
  values: Record<string, Value>;
  start: number;
  end: number;
}

interface Compiled {
  entry: ErrorEntry;
  patterns: { regex: RegExp; pattern: Pattern }[];
  unless: RegExp[];
  near: RegExp[];
}

/** All signatures, compiled once; a line meets the full expressions only when it holds one of their literals. */
export class Matcher {
  readonly #signatures: Compiled[];
  readonly #gate: RegExp | null;

  constructor(errors: readonly ErrorEntry[]) {
    this.#signatures = errors.map(compile);
    const literals = new Set(errors.flatMap((error) => error.signature.patterns.flatMap((pattern) => pattern.literals)));
    this.#gate = literals.size > 0 ? new RegExp([...literals].map(escapeRegex).join('|'), 'i') : null;
  }

  /** Whether the line holds a literal of some signature: the cheap test that most lines fail. */
  isCandidate(text: string): boolean {
    return this.#gate?.test(text) ?? false;
  }

  /**
   * Every signature that this line shows, at most one match for each.
   * @param context the lines before it, joined: where `near` may stand as well.
   */
  match(text: string, context: string): Match[] {
    const lower = text.toLowerCase();
    const matches: Match[] = [];
    for (const signature of this.#signatures) {
      const match = first(signature, text, lower);
      if (!match || signature.unless.some((regex) => regex.test(text))) continue;
      if (signature.near.length > 0 && !signature.near.some((regex) => regex.test(text) || regex.test(context))) continue;
      matches.push(match);
    }
    return matches;
  }
}

function first(signature: Compiled, text: string, lower: string): Match | null {
  let best: Match | null = null;
  for (const [index, { regex, pattern }] of signature.patterns.entries()) {
    if (!pattern.literals.some((literal) => lower.includes(literal))) continue;
    const found = regex.exec(text);
    if (!found || (best && (!best.weak || pattern.weak))) continue;
    best = {
      id: signature.entry.id,
      pattern: index,
      weak: pattern.weak,
      values: valuesOf(found.groups),
      start: found.index,
      end: found.index + found[0].length,
    };
  }
  return best;
}

function compile(entry: ErrorEntry): Compiled {
  const { patterns, unless, near } = entry.signature;
  return {
    entry,
    patterns: patterns.map((pattern) => ({ pattern, regex: new RegExp(pattern.source, 'i') })),
    unless: unless.map((source) => new RegExp(source, 'i')),
    near: near.map((source) => new RegExp(source, 'i')),
  };
}

function valuesOf(groups: Record<string, string | undefined> | undefined): Record<string, Value> {
  const values: Record<string, Value> = {};
  for (const [name, text] of Object.entries(groups ?? {})) {
    if (text === undefined) continue;
    values[name] = /^-?\d{1,15}(?:\.\d{1,9})?$/.test(text) ? Number(text) : text;
  }
  return values;
}

function escapeRegex(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
}
