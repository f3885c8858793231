/** Hits that others may still drop: of those that stand close together only the most telling counts. What is out of reach goes to the findings. */
import type { Library } from '../library/library.ts';
import type { Location } from '../log/traceback-line.ts';
import { CLOSE, type Findings, type Hit } from './findings.ts';

/** In one traceback; an endless one must not fill the memory. The oldest are counted early. */
const MOST = 200;

/** Which traceback has not ended. */
type IsOpen = (block: number) => boolean;

/** The hits of the last texts and of the tracebacks that are being read. */
export class RecentHits {
  readonly #library: Library;
  readonly #findings: Findings;
  #hits: Hit[] = [];

  constructor(library: Library, findings: Findings) {
    this.#library = library;
    this.#findings = findings;
  }

  get isEmpty(): boolean {
    return this.#hits.length === 0;
  }

  /** Those that count. */
  get standing(): readonly Hit[] {
    return this.#hits.filter(({ isDropped }) => !isDropped);
  }

  /** Adds a hit; of two that stand close together the weaker or less specific one is dropped. */
  add(hit: Hit): void {
    for (const other of this.#hits) {
      if (other.isDropped || !isClose(hit, other)) continue;
      if (this.#beats(other, hit)) hit.isDropped = true;
      else if (this.#beats(hit, other)) other.isDropped = true;
    }
    this.#hits.push(hit);
  }

  /** What the text before this one showed alone is shown again, and whole, by the two joined. */
  replace(id: string, seq: number): void {
    for (const hit of this.#hits) if (hit.match.id === id && hit.seq === seq - 1) hit.isDropped = true;
  }

  /** Whether a reason was found in this traceback, or, outside of any, just before this text; for a line that names no exception any entry will do. */
  hasNear(block: number, seq: number, isException: boolean): boolean {
    return this.#hits.some((hit) => {
      if (hit.isDropped) return false;
      const { role, wraps } = this.#library.error(hit.match.id);
      const isReason = role === 'cause' && !wraps;
      return (isReason || !isException) && (block > 0 ? hit.block === block : seq - hit.seq <= CLOSE);
    });
  }

  /** The own frame of a traceback. */
  locate(block: number, location: Location): void {
    for (const hit of this.#hits) if (hit.block === block) hit.location ??= location;
  }

  /** Moves hits out of reach of others into the findings: those that are far behind, or, at the end of a file, all of them. */
  settle(seq: number, isOpen: IsOpen, isEnd = false): void {
    if (this.#hits.length === 0) return;
    const isLoose = (hit: Hit) => isEnd || (seq - hit.seq > CLOSE && !(hit.block > 0 && isOpen(hit.block)));
    const tooMany = this.#hits.length - MOST;
    if (tooMany <= 0 && !this.#hits.some(isLoose)) return;
    const [done, kept] = [[] as Hit[], [] as Hit[]];
    for (const [index, hit] of this.#hits.entries()) (index < tooMany || isLoose(hit) ? done : kept).push(hit);
    for (const hit of done) if (!hit.isDropped) this.#findings.add(hit);
    this.#hits = kept;
  }

  #beats(strong: Hit, other: Hit): boolean {
    if (strong.match.id === other.match.id) return false;
    const entry = this.#library.error(strong.match.id);
    if (entry.signature.overrides.includes(other.match.id)) return true;
    return other.match.weak && !strong.match.weak && entry.role !== 'notice';
  }
}

function isClose(a: Hit, b: Hit): boolean {
  return (a.block > 0 && a.block === b.block) || Math.abs(a.seq - b.seq) <= CLOSE;
}
