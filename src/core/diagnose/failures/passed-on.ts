/** Tells whether an exception that some page knows only follows from the one before it in its chain, which no page knows. */
import type { FailureKnowledge } from '../../library/failure.ts';
import { adviceIn } from '../../log/speech/advice.ts';
import type { Exception } from '../../log/traceback/exception.ts';
import type { TracebackState } from '../../log/traceback/traceback.ts';
import { isOwnCode } from '../../log/traceback/traceback-line.ts';

/** A link of a chain: the exception, and where it was caught (`outermost`, once there is a next one) and raised (`innermost`). */
export type Link = Pick<TracebackState, 'joints' | 'location' | 'innermost' | 'outermost'> & { exception: Exception };

/**
 * Whoever catches an exception and raises another one usually says what it means in a better sentence: the later one stays the cause where a
 * library does so, where it says what to do, and where the first is one that programs catch to go another way. It follows from the first
 * where content marks it as passing on or as vague, where the user's own code caught the first and then failed or found its own words, and
 * where a library caught what the user's own code raised.
 */
export function isPassedOn(
  inner: Link,
  outer: Link,
  knowledge: FailureKnowledge,
  test: (source: string, text: string) => boolean,
): boolean {
  const { type, message } = outer.exception;
  if (knowledge.routine.includes(inner.exception.type)) return false;
  if (knowledge.wrappers.includes(type) || knowledge.vague.some((source) => test(source, `${type}: ${message}`))) return true;
  const [caughtIn, raisedIn] = [inner.outermost?.file, outer.innermost?.file];
  if (caughtIn === undefined || raisedIn === undefined) return false;
  const isOwnRaise = isOwnCode(raisedIn);
  if ((isOwnRaise || raisedIn === caughtIn) && adviceIn(message) !== null) return false;
  if (isOwnRaise) return true;
  return isOwnCode(caughtIn) ? outer.joints.at(-1) === 'during' : inner.location !== null;
}
