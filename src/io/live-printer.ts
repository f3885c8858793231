/** A log that is still being read, in a terminal or a pipe: the card of each finding as soon as it is there, and a sign of life. */

import type { Diagnosis } from '../core/diagnose/diagnosis.ts';
import { cardBlocks } from '../core/document/card/card.ts';
import { headsOf } from '../core/document/diagnosis.ts';
import type { DiagnosisResult } from '../core/result.ts';
import { paint, type Style } from '../render/paint.ts';
import { StatusLine } from './status-line.ts';
import type { Streams } from './streams.ts';

/** A log that ends within this time is answered by its report alone; later, this long after some lines, what they show is printed. */
const PATIENCE_MS = 250;
/** To look through what was found so far takes longer the more it is: it may take this share of the time that reading takes. */
const SHARE = 1 / 20;
/** But nobody who watches a log waits longer than this for what it shows. */
const LONGEST_MS = 2000;

/** Prints findings while more may come. */
export class LivePrinter {
  readonly #explain: (diagnosis: Diagnosis) => DiagnosisResult;
  readonly #streams: Streams;
  readonly #style: Style;
  readonly #isSilent: boolean;
  readonly #status: StatusLine;
  readonly #printed = new Set<string>();
  #timer: NodeJS.Timeout | undefined;
  #patience = PATIENCE_MS;

  constructor(explain: (diagnosis: Diagnosis) => DiagnosisResult, streams: Streams, style: Style, isSilent: boolean) {
    this.#explain = explain;
    this.#streams = streams;
    this.#style = style;
    this.#isSilent = isSilent;
    this.#status = new StatusLine(streams, isSilent);
  }

  readonly onChunk = (snapshot: () => Diagnosis): void => {
    if (this.#isSilent || this.#timer) return;
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      const start = performance.now();
      this.#print(snapshot());
      this.#patience = Math.min(LONGEST_MS, Math.max(PATIENCE_MS, (performance.now() - start) / SHARE));
    }, this.#patience);
    this.#timer.unref();
  };

  /** The log has ended. Out: the ids whose cards stand on the screen already. */
  stop(): ReadonlySet<string> {
    clearTimeout(this.#timer);
    this.#status.stop();
    return this.#printed;
  }

  #print(diagnosis: Diagnosis): void {
    for (const { explained, consequences } of headsOf(this.#explain(diagnosis))) {
      const { id } = explained.finding;
      if (this.#printed.has(id)) continue;
      this.#printed.add(id);
      this.#status.clear();
      this.#streams.stdout.write(`${paint(cardBlocks(explained, consequences), this.#style).lines.join('\n')}\n\n`);
    }
    this.#status.show(diagnosis.lines, diagnosis.findings.length);
  }
}
