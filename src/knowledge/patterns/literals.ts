/** Which literal runs no match of a regular expression can do without: texts are searched for them first. */
import { runsNeeded } from '../../core/match/runs.ts';

const SHORTEST = 6;
/** A Chinese, Japanese or Korean character says as much as two or three letters. */
const SHORTEST_WIDE = 3;

/** Runs that stand in every other line of some logs, whatever happens there: they find nothing, and slow all down. What is settled soon may be found by them. */
const EVERYWHERE = ['python', '/queue/join'];

/**
 * The literal runs of a pattern, lower-case: every match holds at least one of them.
 * Empty when there is a way to match without a run that is long enough.
 * @param shortest so many characters at least; of Chinese, Japanese and Korean fewer will do.
 */
export function literalsOf(source: string, shortest = SHORTEST): string[] {
  return runsNeeded(source, (run) => isLong(run, shortest));
}

function isLong(run: string, shortest: number): boolean {
  if (shortest === SHORTEST && EVERYWHERE.includes(run.trim().toLowerCase())) return false;
  const wide = [...run].filter((char) => (char.codePointAt(0) as number) >= 0x2e80).length;
  return run.length >= shortest || wide >= SHORTEST_WIDE;
}
