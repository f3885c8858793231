/** What the readers of a log look for besides signatures: a line without any of it, and without a literal, can be passed over. */
import type { Wanted } from '../match/gate.ts';
import { REPLAY_MARKS } from './replay.ts';
import { TRACEBACK_MARKS } from './traceback-line.ts';

export const LOG_MARKS: readonly Wanted[] = [...TRACEBACK_MARKS, ...REPLAY_MARKS];
