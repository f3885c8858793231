/** Occurrences that others may still drop: of those that stand close together only the most telling counts. What is out of reach goes to the findings. */
import type { Library } from '../library/library.ts';
import type { Joint, Location } from '../log/traceback/traceback-line.ts';
import { CLOSE, type Findings, type Occurrence } from './findings.ts';

/** In one traceback; an endless one must not fill the memory. The oldest are counted early, so many at once: to sort them out costs as much for one. */
const MOST_OCCURRENCES = 200;
const AT_ONCE = 200;

/** Which traceback has not ended. */
type IsOpen = (block: number) => boolean;

/** The occurrences of the last texts and of the tracebacks that are being read. */
export class RecentOccurrences {
  readonly #library: Library;
  readonly #findings: Findings;
  #occurrences: Occurrence[] = [];

  constructor(library: Library, findings: Findings) {
    this.#library = library;
    this.#findings = findings;
  }

  get isEmpty(): boolean {
    return this.#occurrences.length === 0;
  }

  /** Those that count. */
  get standing(): readonly Occurrence[] {
    return this.#occurrences.filter(({ isDropped }) => !isDropped);
  }

  /** Adds an occurrence; of two that stand close together the weaker or less specific one is dropped. */
  add(occurrence: Occurrence): void {
    const last = this.#occurrences.at(-1);
    // What that one was compared with would be compared again, with the same outcome: an endless traceback shows the same over and over.
    if (!last || last.isDropped || !isAlike(last, occurrence)) this.#compare(occurrence);
    this.#occurrences.push(occurrence);
  }

  #compare(occurrence: Occurrence): void {
    for (const other of this.#occurrences) {
      if (other.isDropped || !isClose(occurrence, other)) continue;
      if (this.#beats(other, occurrence)) occurrence.isDropped = true;
      else if (this.#beats(occurrence, other)) other.isDropped = true;
    }
  }

  /** What the text before this one showed alone is shown again, and whole, by the two joined. */
  replace(id: string, seq: number): void {
    for (const occurrence of this.#occurrences) if (occurrence.match.id === id && occurrence.seq === seq - 1) occurrence.isDropped = true;
  }

  /** Whether a reason was found in this traceback, or, outside of any, just before this text; for a line that names no exception any entry will do. */
  hasNear(block: number, seq: number, isException: boolean): boolean {
    return this.#occurrences.some((occurrence) => {
      if (occurrence.isDropped) return false;
      return (
        (!isException || isReason(this.#library, occurrence.match.id)) &&
        (block > 0 ? occurrence.block === block : seq - occurrence.seq <= CLOSE)
      );
    });
  }

  /** The reasons that one link of a chain of exceptions shows. */
  reasonsIn(block: number, joints: readonly Joint[]): Occurrence[] {
    return this.#occurrences.filter(
      (occurrence) =>
        !occurrence.isDropped && occurrence.block === block && occurrence.joints === joints && isReason(this.#library, occurrence.match.id),
    );
  }

  /** The own frame of a traceback. */
  locate(block: number, location: Location): void {
    for (const occurrence of this.#occurrences) if (occurrence.block === block) occurrence.location ??= location;
  }

  /** Moves occurrences out of reach of others into the findings: those that are far behind, or, at the end of a file, all of them. */
  settle(seq: number, isOpen: IsOpen, isEnd = false): void {
    if (this.#occurrences.length === 0) return;
    const isHeld = askedOnce(isOpen);
    const isLoose = ({ seq: at, block }: Occurrence) => isEnd || (seq - at > CLOSE && !(block > 0 && isHeld(block)));
    const tooMany = this.#occurrences.length > MOST_OCCURRENCES + AT_ONCE ? this.#occurrences.length - MOST_OCCURRENCES : 0;
    if (tooMany === 0 && !this.#occurrences.some(isLoose)) return;
    const [done, kept] = [[] as Occurrence[], [] as Occurrence[]];
    for (const [index, occurrence] of this.#occurrences.entries()) (index < tooMany || isLoose(occurrence) ? done : kept).push(occurrence);
    for (const occurrence of done) if (!occurrence.isDropped) this.#findings.add(occurrence);
    this.#occurrences = kept;
  }

  #beats(strong: Occurrence, other: Occurrence): boolean {
    if (strong.match.id === other.match.id) return false;
    const entry = this.#library.error(strong.match.id);
    if (entry.signature.overrides.includes(other.match.id)) return true;
    return other.match.weak && !strong.match.weak && entry.role !== 'notice';
  }
}

/** Whether an entry says why something failed. */
export function isReason(library: Library, id: string): boolean {
  const { role, wraps } = library.error(id);
  return role === 'cause' && !wraps;
}

/** The same answer, found out once for those of one traceback, which stand together. */
function askedOnce(isOpen: IsOpen): IsOpen {
  let known = 0;
  let answer = false;
  return (block) => {
    if (block !== known) [known, answer] = [block, isOpen(block)];
    return answer;
  };
}

/** The same, as far as it beats others or is beaten, in the same traceback. */
function isAlike(a: Occurrence, b: Occurrence): boolean {
  return a.block > 0 && a.block === b.block && a.match.id === b.match.id && a.match.weak === b.match.weak;
}

function isClose(a: Occurrence, b: Occurrence): boolean {
  return (a.block > 0 && a.block === b.block) || Math.abs(a.seq - b.seq) <= CLOSE;
}
