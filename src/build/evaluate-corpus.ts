/** Measures what a diagnosis reads from labelled texts besides ids: the machine, every failure with its kind, the inner error first. */
import { Diagnoser, matcherOf } from '../core/diagnose/diagnoser.ts';
import type { Diagnosis } from '../core/diagnose/diagnosis.ts';
import type { Library } from '../core/library/library.ts';

/** A text with what a person read from it; null is "it does not say". */
export interface CorpusText {
  id: string;
  text: string;
  labels: string[];
  where: string;
  os: string | null;
  python: string | null;
  packages: Record<string, string>;
  /** Versions that are only asked for. */
  pins?: Record<string, string>;
}

/** How often a field was told rightly, wrongly, or not at all; and told where the label says nothing. */
export interface Tally {
  right: number;
  wrong: number;
  silent: number;
  extra: number;
}

export interface CorpusScore {
  fields: Record<string, Tally>;
  misses: string[];
}

/** Right, wrong and silent for each field of the environment, and every miss. */
export function scoreCorpus(library: Library, texts: readonly CorpusText[]): CorpusScore {
  const matcher = matcherOf(library);
  const score: CorpusScore = { fields: {}, misses: [] };
  for (const text of texts) {
    const diagnoser = new Diagnoser(library, matcher);
    diagnoser.push(new TextEncoder().encode(text.text));
    scoreEnvironment(text, diagnoser.end(), score);
  }
  return score;
}

function scoreEnvironment(text: CorpusText, { environment }: Diagnosis, score: CorpusScore): void {
  const { where, os, python, packages } = environment;
  const told = (field: string, wanted: string | null, got: string | null, isSame = wanted === got): void => {
    const tally = (score.fields[field] ??= { right: 0, wrong: 0, silent: 0, extra: 0 });
    const outcome = wanted === null ? (got === null ? 'right' : 'extra') : got === null ? 'silent' : isSame ? 'right' : 'wrong';
    tally[outcome]++;
    if (outcome !== 'right')
      score.misses.push(`${text.id}: ${field} ${outcome}: ${got ?? 'nothing'}${wanted === null ? '' : `, wanted ${wanted}`}`);
  };
  told('where', known(text.where), known(where));
  told('os', text.os, os);
  told('python', minor(text.python), minor(python));
  for (const [name, version] of Object.entries(text.packages))
    told('packages', version, packages[name]?.version ?? null, isSame(packages[name]?.version, version));
  for (const [name, version] of Object.entries(text.pins ?? {}))
    told('pins', version, packages[name]?.version ?? null, isSame(packages[name]?.version, version));
  for (const [name, { version, from }] of Object.entries(packages))
    if (from !== 'pin' && !(name in text.packages) && !(name in (text.pins ?? {}))) told('packages', null, `${name} ${version}`);
}

function known(where: string): string | null {
  return where === 'unknown' ? null : where;
}

/** 3.10.13 → 3.10. */
function minor(version: string | null): string | null {
  return version && version.split('.').slice(0, 2).join('.');
}

/** Without a local label; a label that says less is right as far as it goes. */
function isSame(got: string | undefined, wanted: string): boolean {
  const plain = (version = ''): string => version.split('+')[0] as string;
  return plain(got) === plain(wanted) || `${plain(got)}.`.startsWith(`${plain(wanted)}.`);
}
