/** Stands for render/given.ts in the bundle: marked takes a fifth of a start, and most texts are read without it. */
import type * as Given from '../../render/given.ts';

declare const require: (file: string) => typeof Given;

export const paintGiven: typeof Given.paintGiven = (...all) => require('./given.cjs').paintGiven(...all);
export const lexGiven: typeof Given.lexGiven = (...all) => require('./given.cjs').lexGiven(...all);
