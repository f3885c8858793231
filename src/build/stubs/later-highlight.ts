/** Stands for render/highlight.ts in the bundle: only code in colour needs it. */
import type * as Highlight from '../../render/highlight.ts';

declare const require: (file: string) => typeof Highlight;

export const highlight: typeof Highlight.highlight = (...all) => require('./highlight.cjs').highlight(...all);
