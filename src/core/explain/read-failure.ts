/** What the message of a failure means that no page knows: what it is, what shows it, and what is done then, by whose code raised it. */
import type { Failure } from '../diagnose/diagnosis.ts';
import type { Environment } from '../environment/environment.ts';
import { holds, type Known } from '../library/condition.ts';
import type { FailureReading, NextStep, Raiser } from '../library/failure.ts';
import type { Library } from '../library/library.ts';
import type { Inline, Snippet } from '../markup/blocks.ts';
import { snippet } from '../markup/blocks.ts';
import { expressionIn, failureValues, kindIn, raiserOf } from './failure-values.ts';
import { fillName, fillWhole } from './fill.ts';
import { lineFor } from './for-place.ts';
import { shellOf } from './shell.ts';

export interface FailureRead {
  title: string;
  look: Inline[];
  /** A line to put in, or to type; null where there is none. */
  shown: Snippet | null;
  steps: NextStep[];
  /** Its message is read, and not only its kind. */
  isRead: boolean;
}

/** What is typed in a shell. */
const COMMAND = /^(?:pip|hf|python|curl|ls|df|npm|git|docker|apt|command|grep|node|rm|nvidia-smi) /;

type Filled = Pick<FailureRead, 'look' | 'shown' | 'steps'>;

/** The reading that fits, else what is said of the kind; and what is done about whose code it is. */
export function readFailure(library: Library, failure: Failure, environment: Environment): FailureRead {
  const { kinds, readings } = library.failures;
  const kind = kinds[failure.kind];
  const text = [`${failure.type ?? ''}${failure.type ? ': ' : ''}${failure.message}`, ...failure.details].join(' ');
  const raiser = raiserOf(failure);
  const known = failureValues(library, failure, environment);
  const ways = waysFor(library, raiser, known);
  for (const reading of readings) {
    const said = fits(reading, raiser, failure) ? new RegExp(reading.source, 'i').exec(text) : null;
    const filled = said && fill(reading, { ...known, ...said.groups }, failure);
    if (filled) {
      // What says by itself what to do needs no more.
      const steps = reading.code === undefined && reading.steps.length === 0 ? ways : filled.steps;
      return { title: reading.title ?? kind.title, ...filled, steps, isRead: true };
    }
  }
  return { ...kind, shown: null, steps: ways, isRead: false };
}

function fits({ raised, statement }: FailureReading, raiser: Raiser | undefined, { raisedIn }: Failure): boolean {
  const isRaiser = raised === undefined || raised === raiser || (raised === 'library' && raiser === 'called');
  return isRaiser && (statement === undefined || new RegExp(statement).test(raisedIn?.quoted ?? ''));
}

/** Its words and its code with their values; null where a value of the words is not known. */
function fill(reading: FailureReading, said: Known, failure: Failure): Filled | null {
  const values = { ...said, ...kindIn(said), ...expressionIn(reading, said, failure) };
  const look = fillWhole(reading.look, { known: values, blanks: {} });
  return (
    look && {
      look,
      shown: reading.code === undefined ? probeFor(values) : codeFor(reading.code, values),
      steps: reading.steps.flatMap((step) => filledStep(step, values)),
    }
  );
}

/** A line that shows what the message speaks of, for the user's own code: the expression, or what the own call hands over. */
function probeFor({ expression, handed, line, library }: Known): Snippet | null {
  const asked = library === undefined ? (expression ?? handed) : handed;
  const names = fillName('{{asked}}', { known: { asked }, blanks: {} });
  if (names === null || line === undefined) return null;
  const print = names.includes(', ') ? `print([type(v) for v in (${names})])` : `print(type(${names}), ${names})`;
  return snippet(`${print}   # above line ${line}`, 'python');
}

function codeFor(code: string | undefined, known: Known): Snippet | null {
  const line = code === undefined ? null : fillName(code, { known, blanks: {} });
  if (line === null) return null;
  return COMMAND.test(line) ? snippet(lineFor(line, known, shellOf(known.where, known.os)), 'bash') : snippet(line, 'python');
}

/** What to do about whose code it is: the first way that nothing speaks against, and whose values are known. */
function waysFor({ failures }: Library, raiser: Raiser | undefined, known: Known): NextStep[] {
  for (const { raised, when, steps } of failures.ways) {
    const isRaiser = raised === raiser || (raised === 'library' && raiser === 'called');
    if (!isRaiser || !when.every((condition) => holds(condition, known) === true)) continue;
    const filled = steps.flatMap((step) => filledStep(step, known));
    if (filled.length === steps.length) return filled;
  }
  return [];
}

function filledStep({ see, do: todo }: NextStep, known: Known): NextStep[] {
  const filling = { known, blanks: {} };
  const [seen, done] = [fillWhole(see, filling), fillWhole(todo, filling)];
  return seen && done ? [{ see: seen, do: done }] : [];
}
