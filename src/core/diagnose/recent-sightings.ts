/** Hits that others may still drop: of those that stand close together only the most telling counts. What is out of reach goes to the findings. */
import type { Library } from '../library/library.ts';
import type { Location } from '../log/traceback-line.ts';
import { CLOSE, type Findings, type Sighting } from './findings.ts';

/** In one traceback; an endless one must not fill the memory. The oldest are counted early. */
const MOST = 200;

/** Which traceback has not ended. */
type IsOpen = (block: number) => boolean;

/** The sightings of the last texts and of the tracebacks that are being read. */
export class RecentSightings {
  readonly #library: Library;
  readonly #findings: Findings;
  #sightings: Sighting[] = [];

  constructor(library: Library, findings: Findings) {
    this.#library = library;
    this.#findings = findings;
  }

  get isEmpty(): boolean {
    return this.#sightings.length === 0;
  }

  /** Those that count. */
  get standing(): readonly Sighting[] {
    return this.#sightings.filter(({ isDropped }) => !isDropped);
  }

  /** Adds a sighting; of two that stand close together the weaker or less specific one is dropped. */
  add(sighting: Sighting): void {
    for (const other of this.#sightings) {
      if (other.isDropped || !isClose(sighting, other)) continue;
      if (this.#beats(other, sighting)) sighting.isDropped = true;
      else if (this.#beats(sighting, other)) other.isDropped = true;
    }
    this.#sightings.push(sighting);
  }

  /** What the text before this one showed alone is shown again, and whole, by the two joined. */
  replace(id: string, seq: number): void {
    for (const sighting of this.#sightings) if (sighting.match.id === id && sighting.seq === seq - 1) sighting.isDropped = true;
  }

  /** Whether a reason was found in this traceback, or, outside of any, just before this text; for a line that names no exception any entry will do. */
  hasNear(block: number, seq: number, isException: boolean): boolean {
    return this.#sightings.some((sighting) => {
      if (sighting.isDropped) return false;
      const { role, wraps } = this.#library.error(sighting.match.id);
      const isReason = role === 'cause' && !wraps;
      return (isReason || !isException) && (block > 0 ? sighting.block === block : seq - sighting.seq <= CLOSE);
    });
  }

  /** The own frame of a traceback. */
  locate(block: number, location: Location): void {
    for (const sighting of this.#sightings) if (sighting.block === block) sighting.location ??= location;
  }

  /** Moves sightings out of reach of others into the findings: those that are far behind, or, at the end of a file, all of them. */
  settle(seq: number, isOpen: IsOpen, isEnd = false): void {
    if (this.#sightings.length === 0) return;
    const isLoose = (sighting: Sighting) => isEnd || (seq - sighting.seq > CLOSE && !(sighting.block > 0 && isOpen(sighting.block)));
    const tooMany = this.#sightings.length - MOST;
    if (tooMany <= 0 && !this.#sightings.some(isLoose)) return;
    const [done, kept] = [[] as Sighting[], [] as Sighting[]];
    for (const [index, sighting] of this.#sightings.entries()) (index < tooMany || isLoose(sighting) ? done : kept).push(sighting);
    for (const sighting of done) if (!sighting.isDropped) this.#findings.add(sighting);
    this.#sightings = kept;
  }

  #beats(strong: Sighting, other: Sighting): boolean {
    if (strong.match.id === other.match.id) return false;
    const entry = this.#library.error(strong.match.id);
    if (entry.signature.overrides.includes(other.match.id)) return true;
    return other.match.weak && !strong.match.weak && entry.role !== 'notice';
  }
}

function isClose(a: Sighting, b: Sighting): boolean {
  return (a.block > 0 && a.block === b.block) || Math.abs(a.seq - b.seq) <= CLOSE;
}
