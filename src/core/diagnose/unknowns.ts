/** Exceptions that no signature knows: the first of each, with its place; what is left out is counted. */

import { type Exception, LONGEST_MESSAGE, type Location } from '../log/traceback.ts';
import { clip, neutralise, type SafeText } from '../text/neutralise.ts';
import { mask } from '../text/secrets.ts';
import type { Unrecognised } from './diagnosis.ts';
import { EVIDENCE_WIDTH } from './findings.ts';

const MOST = 20;
const TYPE_WIDTH = 120;

/** Where in the log something stands. */
export interface Place {
  /** Null on standard input. */
  file: SafeText | null;
  line: number;
}

/** Gathers unrecognised exceptions, each kind and message once. */
export class Unknowns {
  readonly #byText = new Map<string, Unrecognised & { block: number }>();
  /** How many lines were left out because there were too many different ones. */
  more = 0;

  /** Takes one; `block` is the number of its traceback, 0 outside. */
  add({ type, message }: Exception, { file, line }: Place, block: number, location: Location | null): void {
    const key = `${type}: ${message}`;
    if (this.#byText.has(key)) return;
    if (this.#byText.size >= MOST) {
      this.more++;
      return;
    }
    this.#byText.set(key, {
      type: clip(mask(neutralise(type)), TYPE_WIDTH),
      message: clip(mask(neutralise(withoutHalfWord(message))), EVIDENCE_WIDTH),
      file,
      line,
      location,
      block,
    });
  }

  /** A later link of the same chain was recognised. */
  forget(block: number): void {
    for (const [key, unknown] of this.#byText) if (unknown.block === block) this.#byText.delete(key);
  }

  /** The own frame of a traceback, when a later link of its chain has one. */
  locate(block: number, location: Location): void {
    for (const unknown of this.#byText.values()) if (unknown.block === block) unknown.location ??= location;
  }

  /** All of them, in the order of the log. */
  list(): Unrecognised[] {
    return [...this.#byText.values()].map(({ block: _, ...rest }) => rest);
  }
}

/** A message that was cut may end in half a secret. */
function withoutHalfWord(message: string): string {
  return message.length < LONGEST_MESSAGE ? message : message.slice(0, message.lastIndexOf(' ') + 1);
}
