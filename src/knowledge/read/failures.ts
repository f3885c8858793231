/** `failures.yaml`: what a failure that no page knows looks like, and of what kind it is; read and proven by its samples. */
import { parseCondition } from '../../core/library/condition.ts';
import { FAILURE_KINDS, type FailureKind, type FailureKnowledge, kindOf, type NextStep } from '../../core/library/failure.ts';
import { boundProblems, brokenBy, expressionProblems } from '../patterns/expression-problems.ts';
import { literalsOf } from '../patterns/literals.ts';
import type { Problem } from '../problem.ts';
import { inlinesOf } from './markdown.ts';
import { SHORTEST_LITERAL } from './places.ts';
import { type FailuresFile, failuresSchema } from './schema.ts';
import { validate, yaml } from './validate.ts';

const PATH = 'failures.yaml';
const WRITTEN = { title: 'Something failed', look: 'The lines above it.' };

/** The file as it is written; empty lists when there is none, or it cannot be read. */
export function parseFailures(text: string, problems: Problem[]): FailuresFile {
  const value = yaml(text, PATH, problems);
  const empty: FailuresFile = {
    kinds: Object.fromEntries(FAILURE_KINDS.map((kind) => [kind, WRITTEN])) as FailuresFile['kinds'],
    rules: [],
    signs: [],
    harmless: [],
    wrappers: [],
    vague: [],
    relayed: [],
    routine: [],
    stops: [],
    readings: [],
    ways: [],
    statuses: {},
    components: {},
  };
  return (value ? validate(failuresSchema, value, PATH, problems) : empty) ?? empty;
}

/** The file, as the program uses it; expressions that are none are left out. */
export function failureKnowledgeOf(
  { kinds, rules, signs, harmless, wrappers, vague, relayed, routine, stops, readings, ways, statuses, components }: FailuresFile,
  problems: Problem[] = [],
): FailureKnowledge {
  const stepsOf = (steps: FailuresFile['ways'][number]['steps']): NextStep[] =>
    steps.map((step) => ({ see: inlinesOf(step.if, PATH, problems), do: inlinesOf(step.do, PATH, problems) }));
  return {
    kinds: Object.fromEntries(
      Object.entries(kinds).map(([kind, { title, look }]) => [kind, { title, look: inlinesOf(look, PATH, problems) }]),
    ) as FailureKnowledge['kinds'],
    rules: rules
      .filter(({ match }) => match === undefined || !brokenBy(match))
      .map(({ kind, types, match = null, own }) => ({ kind, types, source: match, own })),
    signs: signs
      .filter(({ match }) => !brokenBy(match))
      .map(({ match, kind = null, outcome, cause }) => ({
        source: match,
        literals: literalsOf(match, SHORTEST_LITERAL),
        kind,
        isOutcome: outcome,
        isCause: cause,
      })),
    harmless: sourcesOf(harmless),
    wrappers,
    vague: sourcesOf(vague),
    relayed: sourcesOf(relayed),
    routine,
    stops,
    readings: readings
      .filter(({ match, statement, trail }) => !brokenBy(match) && ![statement, trail].some((each) => each && brokenBy(each)))
      .map(({ match, samples: _, look, steps, ...told }) => ({
        source: match,
        look: inlinesOf(look, PATH, problems),
        steps: stepsOf(steps),
        ...told,
      })),
    ways: ways.map(({ when, do: todo, steps, ...told }) => ({
      when: when.flatMap((text) => parseCondition(text) ?? []),
      do: inlinesOf(todo, PATH, problems),
      steps: stepsOf(steps),
      ...told,
    })),
    statuses,
    components,
  };
}

/** Expressions that are none are left out. */
function sourcesOf(written: readonly { match: string }[]): string[] {
  return written.map(({ match }) => match).filter((source) => !brokenBy(source));
}

/** Of what kinds these texts of an entry are. */
export function kindsOf(knowledge: FailureKnowledge, samples: readonly string[]): FailureKind[] {
  return [...new Set(samples.map((text) => kindOfLine(knowledge, text, true)))];
}

/** All expressions of the file. */
export function failureExpressions({ rules, signs, harmless, vague, relayed, readings }: FailureKnowledge): string[] {
  return [
    ...rules.flatMap(({ source }) => source ?? []),
    ...[...signs, ...readings].map(({ source }) => source),
    ...readings.flatMap(({ statement, trail }) => [statement ?? [], trail ?? []].flat()),
    ...harmless,
    ...vague,
    ...relayed,
  ];
}

/** What is wrong with the expressions, samples that they do not prove, and pages that are none. */
export function failureProblems(file: FailuresFile, isPage: (id: string) => boolean): Problem[] {
  const knowledge = failureKnowledgeOf(file);
  return [
    ...file.rules.flatMap(({ match, kind, samples, 'near-misses': nearMisses, own }, index) => [
      ...(match ? (brokenBy(match) ? [broken(match)] : boundProblems(PATH, match)) : []),
      ...samples.flatMap((text) => wrongKind(knowledge, text, kind, own)),
      ...nearMisses.filter((text) => kindOfLine(knowledge, text, false, index) === kind).map((text) => hit(text, kind)),
    ]),
    ...file.readings.flatMap(({ page }) => (page === undefined || isPage(page) ? [] : [noPage(page)])),
    ...file.signs.flatMap(({ match, samples, 'near-misses': nearMisses }) =>
      expressionProblems(PATH, match, samples, nearMisses, SHORTEST_LITERAL),
    ),
    ...[...file.harmless, ...file.vague, ...file.relayed, ...file.readings].flatMap(({ match, samples }) => [
      ...(brokenBy(match) ? [broken(match)] : boundProblems(PATH, match)),
      ...samples
        .filter((text) => !brokenBy(match) && !new RegExp(match, 'i').test(text))
        .map((text) => ({
          check: 'sample',
          path: PATH,
          reason: `The pattern ${match} misses its sample: ${text}`,
          help: 'Correct one of the two.',
        })),
    ]),
  ];
}

function noPage(id: string): Problem {
  return { check: 'link', path: PATH, reason: `A reading leads to "${id}", which does not exist.`, help: 'Write the id of an entry.' };
}

function broken(match: string): Problem {
  return {
    check: 'regex',
    path: PATH,
    reason: `This is no expression: ${match}`,
    help: 'Single quotes in YAML keep backslashes as they are.',
  };
}

function wrongKind(knowledge: FailureKnowledge, text: string, kind: string, isOwn: boolean): Problem[] {
  const got = kindOfLine(knowledge, text, isOwn);
  if (got === kind) return [];
  return [
    {
      check: 'sample',
      path: PATH,
      reason: `A sample of "${kind}" is "${got}": ${text}`,
      help: 'Widen the rule, or put it before the other one.',
    },
  ];
}

function hit(text: string, kind: string): Problem {
  return { check: 'near-miss', path: PATH, reason: `A near-miss is of the kind "${kind}": ${text}`, help: 'Narrow the rule.' };
}

/** The kind of a line, by all rules or by one of them. */
function kindOfLine({ rules }: FailureKnowledge, text: string, isOwn: boolean, only?: number): FailureKind {
  const type = /^(?:[\w.]{1,150}\.)?([A-Za-z_]\w{1,80}): /.exec(text)?.[1] ?? null;
  return kindOf({ rules: only === undefined ? rules : rules.slice(only, only + 1) }, { type, text, isOwn });
}
