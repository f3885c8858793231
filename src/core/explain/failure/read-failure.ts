/** What the message of a failure means that no page knows: what it is, what shows it, and what is done then, by whose code raised it. */
import type { Failure } from '../../diagnose/diagnosis.ts';
import type { Environment } from '../../environment/environment.ts';
import { holds, type Known } from '../../library/condition.ts';
import type { Entry } from '../../library/entry.ts';
import type { FailureReading, NextStep, Raiser } from '../../library/failure.ts';
import type { Library } from '../../library/library.ts';
import type { Inline, Snippet } from '../../markup/blocks.ts';
import { code, snippet } from '../../markup/blocks.ts';
import { onceFor } from '../../once.ts';
import { fillName, fillWhole } from '../fix/fill.ts';
import { lineFor } from '../fix/place/for-place.ts';
import { shellOf } from '../fix/place/shell.ts';
import { memberValues } from '../values/member.ts';
import { expressionIn, failureValues, isRaisedBy, kindIn, raiserOf } from './failure-values.ts';

export interface FailureRead {
  title: string;
  look: Inline[];
  /** A line to put in, or to type; null where there is none. */
  shown: Snippet | null;
  steps: NextStep[];
  /** Its message is read, and not only its kind. */
  isRead: boolean;
  /** The page that tells more of what was read. */
  page: Entry | null;
}

/** What is typed in a shell. */
const COMMAND =
  /^(?:[A-Z_]{4,40}=\S{1,40} )?(?:pip|hf|python|curl|ls|df|npm|npx|git|docker|apt|command|grep|node|rm|nvidia-smi|mvn|sacct|srun|kubectl|ss|gunicorn) /;

/** A card has no room for more. */
const MOST_STEPS = 2;
/** When a library is looked at, and no longer what one's own code gives it. */
const SOUND = 'the input is right';

/** Values that a reading has when it speaks of a library. */
const OF_A_LIBRARY = ['library', 'inner'];
const OF_PYTHON = /^(?:Type|Attribute|Key|Index|Name|ZeroDivision)Error$/;

/** Some hundreds are asked about each failure, and a long log has many. */
const expressionFor = onceFor(({ source }: FailureReading) => new RegExp(source, 'i'));

type Filled = Pick<FailureRead, 'look' | 'shown' | 'steps'>;

/** The reading that fits, else what is said of the kind; and what is done about whose code it is. */
export function readFailure(library: Library, failure: Failure, environment: Environment): FailureRead {
  const { kinds, readings } = library.failures;
  const kind = kinds[failure.kind];
  const text = [`${failure.type ?? ''}${failure.type ? ': ' : ''}${failure.message}`, ...failure.details].join(' ');
  // Words of somebody were raised nowhere, though a traceback may break off beside them.
  const raiser = failure.isTold ? undefined : raiserOf(failure);
  const known = failureValues(library, failure, environment);
  for (const reading of readings) {
    const said = fits(reading, raiser, failure) ? expressionFor(reading).exec(text) : null;
    const filled = said && fill(reading, { ...known, ...said.groups, ...memberValues(library, said.groups ?? {}, environment) }, failure);
    if (!filled) continue;
    // What says by itself what to do needs no more, nor does what lays it on nobody's code.
    const isWhole = reading.cut || reading.code !== undefined || reading.steps.length > 0 || !mayBlame(reading, failure);
    const way = isWhole ? null : wayFor(library, raiser, known);
    const page = reading.page === undefined ? null : (library.get(reading.page) ?? null);
    return { title: reading.title ?? kind.title, ...(way ? withWay(filled, way) : filled), isRead: true, page };
  }
  return { ...kind, shown: null, steps: [], isRead: false, page: null };
}

/** Whether it tells in whose code it was raised, or is of a kind by which Python itself stops faulty code. */
function mayBlame({ look }: FailureReading, { type }: Failure): boolean {
  const isOfLibrary = look.some((inline) => typeof inline !== 'string' && inline.type === 'value' && OF_A_LIBRARY.includes(inline.name));
  return isOfLibrary || OF_PYTHON.test(type ?? '');
}

/** Where nothing of one's own can be printed the way comes first, else after it. */
function withWay({ look, shown }: Filled, way: Filled): Filled {
  if (!shown) return { look: [...look, ' First: ', ...way.look, ...(way.shown ? [':'] : [])], shown: way.shown, steps: way.steps };
  const todo = way.shown ? [...way.look, ': ', code(way.shown.code)] : way.look;
  return { look, shown, steps: [{ see: [SOUND], do: todo }, ...way.steps].slice(0, MOST_STEPS) };
}

function fits({ raised, kinds, answer, statement, trail, cut }: FailureReading, raiser: Raiser | undefined, failure: Failure): boolean {
  const isThere = (source: string | undefined, text: string) => source === undefined || new RegExp(source).test(text);
  return (
    (cut ?? false) === (failure.isCut ?? false) &&
    (raised === undefined || isRaisedBy(raised, raiser)) &&
    kinds?.includes(failure.kind) !== false &&
    (!answer || failure.isAnswer) &&
    isThere(statement, (raiser === 'own' ? failure.location : failure.raisedIn)?.quoted ?? '') &&
    isThere(trail, failure.trail.join(' '))
  );
}

/** Its words and its code with their values; null where a value of the words is not known. */
function fill(reading: FailureReading, said: Known, failure: Failure): Filled | null {
  const values = { ...said, ...kindIn(said), ...expressionIn(reading, said, failure) };
  const look = fillWhole(reading.look, { known: values, blanks: {} });
  return (
    look && {
      look,
      shown: reading.code !== undefined ? codeFor(reading.code, values) : reading.cut ? null : probeFor(values),
      steps: reading.steps.flatMap((step) => filledStep(step, values)),
    }
  );
}

/** A line that shows what the message speaks of, for the user's own code: the expression, or what the own call hands over. */
function probeFor({ expression, handed, line, library }: Known): Snippet | null {
  const asked = library === undefined ? (expression ?? handed) : handed;
  const names = fillName('{{asked}}', { known: { asked }, blanks: {} });
  if (names === null || line === undefined) return null;
  const print = names.includes(', ') ? `print([repr(v)[:80] for v in (${names})])` : `print(repr(${names})[:200])`;
  return snippet(`${print}   # above line ${line}`, 'python');
}

function codeFor(template: string | undefined, known: Known): Snippet | null {
  const line = template === undefined ? null : fillName(template, { known, blanks: {} });
  if (line === null) return null;
  return COMMAND.test(line) ? snippet(lineFor(line, known, shellOf(known.where, known.os)), 'bash') : snippet(line, 'python');
}

/** What to do about whose code it is: the first way that nothing speaks against, and whose values are known. */
function wayFor({ failures }: Library, raiser: Raiser | undefined, known: Known): Filled | null {
  for (const { raised, when, do: todo, code: line, steps } of failures.ways) {
    if (!isRaisedBy(raised, raiser) || !when.every((condition) => holds(condition, known) === true)) continue;
    const look = fillWhole(todo, { known, blanks: {} });
    if (look) return { look, shown: codeFor(line, known), steps: steps.flatMap((step) => filledStep(step, known)) };
  }
  return null;
}

function filledStep({ see, do: todo }: NextStep, known: Known): NextStep[] {
  const filling = { known, blanks: {} };
  const [seen, done] = [fillWhole(see, filling), fillWhole(todo, filling)];
  return seen && done ? [{ see: seen, do: done }] : [];
}
