/** Which failures are reasons, and which only follow from others. */
import type { FailureKnowledge } from '../../library/failure.ts';
import { isOwnCode, type Joint } from '../../log/traceback/traceback-line.ts';
import type { Failure } from '../diagnosis.ts';
import type { Link } from './passed-on.ts';

/** A failure as it is kept while the log is read. */
export interface Held extends Failure {
  block: number;
  joints: readonly Joint[];
  seq: number;
  isOutcome: boolean;
  /** It only relays that another program failed. */
  isRelayed: boolean;
  /** As it stands in its chain; null outside of tracebacks. */
  link: Link | null;
  /** What has a page only follows from it. */
  isKept: boolean;
}

/** What a sentence has more than a name. */
const SENTENCE = 15;

/** What is known of names that say little. */
type Names = Pick<FailureKnowledge, 'wrappers' | 'routine'>;

/** Whether another one of all failures is the reason of this one. */
export function followsFrom(held: Held, all: readonly Held[], names: Names): boolean {
  if (held.isOutcome) return held !== mostTelling(all);
  const links = all.filter(({ block }) => block > 0 && block === held.block);
  if (links.some((other) => other.joints.length < held.joints.length && !isPassedOver(other, links, names))) return true;
  if (isPassedOver(held, links, names)) return true;
  if (held.isRelayed && all.some((other) => isRaisedElsewhere(other, held))) return true;
  return isWrapper(held, names) && all.some((other) => other !== held && !other.isOutcome && !isWrapper(other, names));
}

/** An exception that was caught to go another way, on which the reason was raised; or one that the same file put into words. */
function isPassedOver(held: Held, links: readonly Held[], { routine }: Names): boolean {
  const { type, joints, link } = held;
  const next = links.find((other) => other.joints.length === joints.length + 1);
  if (!next || !routine.includes(type ?? '') || (next.type === type && !isInWords(held, next))) return false;
  const file = link?.innermost?.file;
  return next.joints.at(-1) === 'during' || (file !== undefined && !isOwnCode(file) && file === next.link?.innermost?.file);
}

/** Whether the next one is a sentence about the first: it repeats it, and says more. */
function isInWords({ message }: Held, next: Held): boolean {
  return next.message.includes(message) && next.message.length > message.length + SENTENCE;
}

/** An exception of another program, or of another call: what one server answers is no reason of what another does. */
function isRaisedElsewhere(other: Held, { block }: Held): boolean {
  return other.type !== null && other.block > 0 && other.block !== block && other.kind !== 'network' && !other.isRelayed;
}

function isWrapper({ type }: Held, { wrappers }: Names): boolean {
  return wrappers.includes(type ?? '');
}

/** Of failures that only say that something failed, where there is no other: the first that says what. */
function mostTelling(all: readonly Held[]): Held | undefined {
  if (all.some(({ isOutcome }) => !isOutcome)) return undefined;
  return all.find(({ kind }) => kind !== 'other' && kind !== 'exit-code') ?? all.find(({ kind }) => kind !== 'other') ?? all[0];
}
