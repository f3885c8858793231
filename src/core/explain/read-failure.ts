/** What the message of a failure means that no page knows: what it is, what is looked at first, and the line that shows it. */
import type { Failure } from '../diagnose/diagnosis.ts';
import type { Known } from '../library/condition.ts';
import type { FailureKnowledge, FailureReading } from '../library/failure.ts';
import { fileNameOf, type Location, packageFolderOf } from '../log/traceback-line.ts';
import type { Inline, Snippet } from '../markup/blocks.ts';
import { snippet } from '../markup/blocks.ts';
import { fillName, fillWhole } from './fill.ts';

export interface FailureRead {
  title: string;
  look: Inline[];
  /** A line to put in, or to type; null where there is none. */
  shown: Snippet | null;
}

/** A name, with what is asked of it before. */
const EXPRESSION = String.raw`(?<![\w.])(?<expression>[A-Za-z_][\w.]{0,60})`;
/** What is typed in a shell. */
const COMMAND = /^(?:pip|hf) /;

/** The reading that fits, else what is said of the kind. */
export function readFailure({ kinds, readings }: FailureKnowledge, failure: Failure): FailureRead {
  const kind = kinds[failure.kind];
  const text = `${failure.type ?? ''}${failure.type ? ': ' : ''}${failure.message}`;
  const raised = raisedBy(failure);
  for (const reading of readings) {
    if (reading.raised !== undefined && reading.raised !== raised) continue;
    const match = new RegExp(reading.source, 'i').exec(text);
    const read = match && fill(reading, { ...valuesOf(failure), ...match.groups }, failure);
    if (read) return { title: reading.title ?? kind.title, ...read };
  }
  return { ...kind, shown: null };
}

/** Its words and its code with their values; null where a value of the words is not known. */
function fill({ look, code }: FailureReading, values: Known, failure: Failure): Omit<FailureRead, 'title'> | null {
  const expression = expressionIn(failure.location, values);
  const filling = { known: { ...values, ...(expression ? { expression } : {}) }, blanks: {} };
  const whole = fillWhole(look, filling);
  const line = code === undefined ? null : fillName(code, filling);
  return whole && { look: whole, shown: line === null ? null : snippet(line, COMMAND.test(line) ? 'bash' : 'python') };
}

function raisedBy({ location, raisedIn }: Failure): FailureReading['raised'] {
  if (!location || !raisedIn) return undefined;
  if (raisedIn.file === location.file && raisedIn.line === location.line) return 'own';
  return packageFolderOf(raisedIn.file) === null ? undefined : 'library';
}

function valuesOf({ location, raisedIn }: Failure): Known {
  const library = raisedIn && packageFolderOf(raisedIn.file);
  return {
    ...(location ? { file: fileNameOf(location.file), line: location.line, function: location.function } : {}),
    ...(library ? { library } : {}),
  };
}

/** What the quoted statement asks for the attribute, the key or the call that failed; null where it is not one thing alone. */
function expressionIn(location: Location | null, { attribute, what }: Known): string | null {
  const ending = attribute !== undefined ? String.raw`\.${attribute}\b` : what === 'callable' ? String.raw`\(` : String.raw`\[`;
  const found = [...(location?.quoted ?? '').matchAll(new RegExp(EXPRESSION + ending, 'g'))].map(({ groups }) => groups?.expression ?? '');
  const [first] = new Set(found);
  return first !== undefined && new Set(found).size === 1 ? first : null;
}
