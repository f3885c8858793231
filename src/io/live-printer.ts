/** Findings printed as they come, while a log is still being read; the report at the end says everything. */
import type { Diagnosis } from '../core/diagnose/diagnosis.ts';
import type { Library } from '../core/library/library.ts';
import type { Streams } from './streams.ts';

/** A log that ends within this time is answered by its report alone. */
const PATIENCE_MS = 250;

/** Prints one line for each new finding, once the log has taken longer than a moment. */
export class LivePrinter {
  readonly #library: Library;
  readonly #streams: Streams;
  readonly #isSilent: boolean;
  readonly #seen = new Set<string>();
  #timer: NodeJS.Timeout | undefined;

  constructor(library: Library, streams: Streams, isSilent: boolean) {
    this.#library = library;
    this.#streams = streams;
    this.#isSilent = isSilent;
  }

  readonly onChunk = (snapshot: () => Diagnosis): void => {
    if (this.#isSilent || this.#timer) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#print(snapshot());
    }, PATIENCE_MS);
    this.#timer.unref();
  };

  /** The log has ended: nothing more is printed. */
  stop(): void {
    clearTimeout(this.#timer);
  }

  #print({ findings }: Diagnosis): void {
    for (const { id, firstLine, evidence } of findings) {
      if (this.#seen.has(id)) continue;
      this.#seen.add(id);
      this.#streams.stdout.write(`line ${firstLine}: ${this.#library.error(id).title} (${id})\n  ${evidence}\n`);
    }
  }
}
