/** Measures what a diagnosis reads from labelled texts besides ids: the machine, every failure with its kind, the inner error first. */
import { Diagnoser, matcherOf } from '../core/diagnose/diagnoser.ts';
import type { Diagnosis } from '../core/diagnose/diagnosis.ts';
import { type Environment, versionOf } from '../core/environment/environment.ts';
import type { Library } from '../core/library/library.ts';

/** A text with what a person read from it; null is "it does not say". */
export interface CorpusText {
  id: string;
  text: string;
  /** Of `clean` and `quotation` nothing must be told. */
  shape: string;
  /** The line that says what failed. */
  failure_line: string | null;
  kind: string | null;
  inner_before_outer: { inner: string; outer: string } | null;
  where: string;
  os: string | null;
  python: string | null;
  packages: Record<string, string>;
  /** Versions that are only asked for. */
  pins?: Record<string, string>;
}

/** How often something was told rightly, wrongly, not at all; and told where the label says nothing. */
const OUTCOMES = ['right', 'wrong', 'silent', 'extra'] as const;
type Outcome = (typeof OUTCOMES)[number];

export interface CorpusScore {
  /** By what was asked for. */
  tallies: Map<string, Record<Outcome, number>>;
  misses: string[];
}

/** A figure of each kind, and every miss. */
export function scoreCorpus(library: Library, texts: readonly CorpusText[]): CorpusScore {
  const matcher = matcherOf(library);
  const score: CorpusScore = { tallies: new Map(), misses: [] };
  for (const text of texts) {
    const diagnoser = new Diagnoser(library, matcher);
    diagnoser.push(new TextEncoder().encode(text.text));
    const diagnosis = diagnoser.end();
    const count = (what: string, outcome: Outcome, told: string): void => tally(score, text, what, outcome, told);
    ofEnvironment(text, diagnosis.environment, count);
    if (SILENT.includes(text.shape)) ofSilence(diagnosis, count);
    else ofFailure(text, diagnosis, count);
  }
  return score;
}

/** The figures as lines: `where  right 92 (88.5 %), wrong 2 (1.9 %), silent 10, extra 1`. */
export function corpusLines({ tallies }: CorpusScore): string[] {
  return [...tallies].map(([what, outcomes]) => {
    const asked = outcomes.right + outcomes.wrong + outcomes.silent;
    const share = (part: number) => (asked === 0 ? '' : ` (${((100 * part) / asked).toFixed(1)} %)`);
    const told = OUTCOMES.map((outcome) => `${outcome} ${outcomes[outcome]}${outcome === 'extra' ? '' : share(outcomes[outcome])}`);
    return `${what.padEnd(22)}  ${told.join(', ')}`;
  });
}

const SILENT = ['clean', 'quotation'];
/** A finding may stand on a line that wraps. */
const NEXT_TO = 1;

type Count = (what: string, outcome: Outcome, told: string) => void;

function tally(score: CorpusScore, { id }: CorpusText, what: string, outcome: Outcome, told: string): void {
  const outcomes = score.tallies.get(what) ?? { right: 0, wrong: 0, silent: 0, extra: 0 };
  outcomes[outcome]++;
  score.tallies.set(what, outcomes);
  if (outcome !== 'right') score.misses.push(`${id}: ${what} ${outcome}: ${told}`);
}

function ofEnvironment(text: CorpusText, environment: Environment, count: Count): void {
  const field = (what: string, wanted: string | null, got: string | null): void => {
    const isRight = wanted === got || (wanted !== null && got !== null && isSame(got, wanted));
    const outcome = isRight ? 'right' : wanted === null ? 'extra' : got === null ? 'silent' : 'wrong';
    count(what, outcome, `${got ?? 'nothing'}${wanted === null ? '' : `, wanted ${wanted}`}`);
  };
  field('where', unlessUnknown(text.where), unlessUnknown(environment.where));
  field('os', text.os, environment.os);
  field('python', minor(text.python), minor(environment.python));
  const wanted = { ...text.pins, ...text.packages };
  for (const [name, version] of Object.entries(wanted)) field('packages', version, versionOf(environment, name));
  for (const [name, { version, from }] of Object.entries(environment.packages))
    if (from !== 'pin' && from !== 'sdk' && !(name in wanted)) field('packages', null, `${name} ${version}`);
}

function ofSilence({ findings, failures }: Diagnosis, count: Count): void {
  const told = [...findings.map(({ id }) => id), ...failures.map(({ kind, message }) => `${kind} ${message}`)];
  count('silent where clean', told.length === 0 ? 'right' : 'wrong', told.join('; '));
}

function ofFailure(text: CorpusText, diagnosis: Diagnosis, count: Count): void {
  const { findings, failures } = diagnosis;
  const told = findings.length + failures.length > 0;
  const at = text.failure_line === null ? null : lineOf(text.text, text.failure_line);
  if (at !== null) {
    const failure = failures.find(({ line }) => line === at);
    const isFound = findings.some(({ firstLine }) => Math.abs(firstLine - at) <= NEXT_TO);
    count('failure told', told ? 'right' : 'silent', text.failure_line ?? '');
    count('failure at its line', isFound || failure ? 'right' : told ? 'wrong' : 'silent', text.failure_line ?? '');
    if (failure && !isFound)
      count('kind of a failure', failure.kind === text.kind ? 'right' : 'wrong', `${failure.kind}, wanted ${text.kind}`);
  }
  if (text.inner_before_outer) ofInner(text, diagnosis, count);
}

/** The inner error is told, and before the outer one. */
function ofInner({ text, inner_before_outer: wanted }: CorpusText, diagnosis: Diagnosis, count: Count): void {
  const order = toldLines(diagnosis);
  const place = (line: string): number => {
    const index = order.indexOf(lineOf(text, line) ?? Number.NaN);
    return index < 0 ? Number.POSITIVE_INFINITY : index;
  };
  const [inner, outer] = [place(wanted?.inner ?? ''), place(wanted?.outer ?? '')];
  count('inner before outer', inner < outer ? 'right' : inner === outer ? 'silent' : 'wrong', wanted?.inner ?? '');
}

/** Lines of the text in the order in which they are told: findings that say why, failures, then what follows from them. */
function toldLines({ findings, failures }: Diagnosis): number[] {
  const reasons = findings.filter(({ causedBy, role }) => causedBy === null && role === 'cause');
  const others = findings.filter((finding) => !reasons.includes(finding));
  return [...reasons.map(({ firstLine }) => firstLine), ...failures.map(({ line }) => line), ...others.map(({ firstLine }) => firstLine)];
}

/** Number of the first line that holds these words. */
function lineOf(text: string, words: string): number | null {
  const index = text.split('\n').findIndex((line) => line.includes(words.trim()));
  return index < 0 ? null : index + 1;
}

function unlessUnknown(where: string): string | null {
  return where === 'unknown' ? null : where;
}

/** 3.10.13 → 3.10. */
function minor(version: string | null): string | null {
  return version?.split('.').slice(0, 2).join('.') ?? null;
}

/** Without a local label; a label that says less is right as far as it goes. */
function isSame(got: string, wanted: string): boolean {
  const plain = (version: string): string => version.split('+')[0] as string;
  return `${plain(got)}.`.startsWith(`${plain(wanted)}.`);
}
