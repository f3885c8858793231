/** `asker.yaml`: what the asker says of himself, read and proven: each sign finds its samples and leaves its near-misses alone. */
import { ACTS, type AskerKnowledge, type AskerSign, signedAt } from '../../core/library/asker.ts';
import type { Fix } from '../../core/library/entry.ts';
import { plainInlines, snippetsOf } from '../../core/markup/read.ts';
import { boundProblems, brokenBy, literalProblems } from '../patterns/expression-problems.ts';
import { literalsOf } from '../patterns/literals.ts';
import type { Problem } from '../problem.ts';
import { inlinesOf } from './markdown.ts';
import { SHORTEST_LITERAL } from './places.ts';
import { type AskerFile, askerSchema } from './schema.ts';
import { validate, yaml } from './validate.ts';

const PATH = 'asker.yaml';
/** Never found. */
const NOTHING = '(?!)';

/** The file as it is written; without signs when there is none, or it cannot be read. */
export function parseAsker(text: string, problems: Problem[]): AskerFile {
  const value = yaml(text, PATH, problems);
  const acts = Object.fromEntries(ACTS.map((act) => [act, { said: act, does: NOTHING }])) as AskerFile['acts'];
  const visitor = { title: 'Tell its owner', say: '', code: '' };
  const empty: AskerFile = { frames: { before: NOTHING, after: NOTHING }, acts, signs: [], visitor };
  return (value ? validate(askerSchema, value, PATH, problems) : empty) ?? empty;
}

/** The file, as the program uses it; expressions that are none are left out. */
export function askerKnowledgeOf({ frames, acts, signs, visitor }: AskerFile, problems: Problem[] = []): AskerKnowledge {
  const whole = (source: string): string => (brokenBy(source) ? NOTHING : source);
  return {
    frames: { before: whole(frames.before), after: whole(frames.after) },
    said: Object.fromEntries(ACTS.map((act) => [act, clauseOf(acts[act])])) as AskerKnowledge['said'],
    signs: signs.filter(({ match }) => !brokenBy(match)).map(signOf),
    visitor: { title: inlinesOf(visitor.title, PATH, problems), say: inlinesOf(visitor.say, PATH, problems), code: visitor.code.trimEnd() },
  };
}

function clauseOf({ said, shows }: AskerFile['acts'][keyof AskerFile['acts']]): string {
  return shows === undefined ? `You say that you ${said}` : `The text shows that ${shows}`;
}

function signOf({ match, samples: _1, 'near-misses': _2, ...told }: AskerFile['signs'][number]): AskerSign {
  return { source: match, literals: literalsOf(match, SHORTEST_LITERAL), ...told };
}

/** What a fix does of all that can be tried: by its title and its first snippet. */
export function actsOf({ acts }: AskerFile, { title, blocks }: Pick<Fix, 'title' | 'blocks'>): Fix['does'] {
  // The first line is the title.
  const text = `${plainInlines(title)}\n${snippetsOf(blocks)[0]?.code ?? ''}`;
  return ACTS.filter((act) => !brokenBy(acts[act].does) && new RegExp(acts[act].does).test(text));
}

/** Every expression that a line can meet. */
export function askerExpressions({ frames, signs }: AskerKnowledge): string[] {
  return [`${frames.before}$`, `^${frames.after}`, ...signs.map(({ source }) => source)];
}

/** What is wrong with the file itself. */
export function askerProblems(file: AskerFile): Problem[] {
  const { frames, signs } = askerKnowledgeOf(file);
  const broken = [
    file.frames.before,
    file.frames.after,
    ...ACTS.map((act) => file.acts[act].does),
    ...file.signs.map(({ match }) => match),
  ].flatMap((source) => brokenBy(source) ?? []);
  if (broken.length > 0)
    return broken.map((reason) => ({ check: 'regex', path: PATH, reason, help: 'Single quotes in YAML keep backslashes as they are.' }));
  return [
    ...[`${frames.before}$`, `^${frames.after}`].flatMap((source) => boundProblems(PATH, source)),
    ...file.signs.flatMap(({ match, samples, 'near-misses': nearMisses }, index) => {
      const sign = signs[index] as AskerSign;
      const isFound = (line: string): boolean => signedAt(sign, frames, line) !== null;
      return [
        ...literalProblems(PATH, match, SHORTEST_LITERAL),
        ...boundProblems(PATH, match),
        ...samples.filter((line) => !isFound(line)).map((line) => wrong('sample', `${match} misses its sample: ${line}`)),
        ...nearMisses.filter(isFound).map((line) => wrong('near-miss', `${match} hits its near-miss: ${line}`)),
      ];
    }),
  ];
}

function wrong(check: string, reason: string): Problem {
  return { check, path: PATH, reason: `The sign ${reason}`, help: 'Correct the sign, the frames, or the text.' };
}
