/** Which findings follow from others: what passes on, wraps or was raised from a cause near by. */
import { isBeingBuilt, type Joint } from '../log/traceback/traceback-line.ts';
import type { Finding } from './diagnosis.ts';

/** A finding that may still grow, with what tells where and how it was seen. */
export interface Grown extends Finding {
  mild: boolean;
  wraps: boolean;
  block: number;
  joints: readonly Joint[];
  firstSeq: number;
  /** Where in that text it begins and ends. */
  firstAt: readonly [number, number];
  lastSeq: number;
  lastPattern: number;
  isWeak: boolean;
  /** It was seen in the source that a traceback quotes, and nowhere else. */
  isQuoted: boolean;
}

/** What a finding is a consequence of: a symptom of some cause, a wrapper of a reason near by, an exception of the one that it was raised from. */
export function causeOf(finding: Grown, all: readonly Grown[]): Grown | undefined {
  const causes = all.filter(({ role, wraps, isPassedOn }) => role === 'cause' && !wraps && !isPassedOn);
  if (finding.role === 'symptom')
    return (
      nearest(finding, causes) ??
      nearest(
        finding,
        all.filter(({ role }) => role === 'cause'),
      )
    );
  if (finding.role !== 'cause') return undefined;
  if (finding.wraps)
    return nearest(
      finding,
      causes.filter((cause) => isNear(cause, finding)),
    );
  return causes.find((cause) => isRaisedFrom(finding, cause));
}

/** The cause in its own traceback, else the last one before it, else the first one after. */
function nearest(finding: Grown, causes: readonly Grown[]): Grown | undefined {
  const own = causes.find(({ block }) => block > 0 && block === finding.block);
  const before = causes.filter(({ firstSeq }) => firstSeq <= finding.lastSeq).sort((a, b) => b.firstSeq - a.firstSeq)[0];
  return own ?? before ?? [...causes].sort((a, b) => a.firstSeq - b.firstSeq)[0];
}

/** A reason stands before what passes it on, within the output of one step; or just below, as part of the message; or between its lines. */
const LINES_BEFORE = 120;
const LINES_AFTER = 40;
/** What a traceback passes on is raised within it: before it stands the life of the program. */
const LINES_BEFORE_TRACEBACK = 5;

/** Whether a cause stands so close to a finding, in the same file, that one may tell of the other. */
export function isNear(cause: Grown, finding: Grown): boolean {
  if (cause.block > 0 && cause.block === finding.block) return true;
  if (cause.file !== finding.file || cause.mild) return false;
  const isOfItsOwn = finding.block > 0 && !isFromBuild(finding);
  const isWithinReachAbove = finding.firstLine - cause.lastLine <= (isOfItsOwn ? LINES_BEFORE_TRACEBACK : LINES_BEFORE);
  const isWithinReachBelow = cause.firstLine - finding.lastLine <= LINES_AFTER;
  return isWithinReachAbove && isWithinReachBelow;
}

/** Whether a build script raised it: who builds prints its traceback as a part of his own message. */
export function isFromBuild({ raisedIn }: Grown): boolean {
  return raisedIn !== null && isBeingBuilt(raisedIn.file);
}

/** Whether an exception says of itself that it was raised from another one. */
function isRaisedFrom(outer: Grown, inner: Grown): boolean {
  const isLater = inner.block > 0 && inner.block === outer.block && inner.joints.length < outer.joints.length;
  return isLater && outer.joints.slice(inner.joints.length).every((joint) => joint === 'direct');
}
