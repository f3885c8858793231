/**
 * Stands for Intl.Segmenter in the bundle: several libraries make one when they are loaded, which reads Unicode tables for ten
 * milliseconds, and mostly ask it about letters and lines.
 */
import { SEPARATE } from './narrow.ts';

type Segment = { segment: string; index: number; input: string };

let whole: Intl.Segmenter | undefined;

/** Graphemes only. */
export class QuickSegmenter {
  segment(text: string): Iterable<Segment> & { containing: (at?: number) => Segment | undefined } {
    if (SEPARATE.test(text)) {
      const letters = Array.from(text, (segment, index) => ({ segment, index, input: text }));
      return Object.assign(letters, { containing: (at = 0) => letters[at] });
    }
    const { Segmenter } = globalThis.Intl;
    whole ??= new Segmenter();
    return whole.segment(text);
  }
}
