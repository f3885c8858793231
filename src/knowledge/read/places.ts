/** `places.yaml`: the signs of where a user is, read and proven: each finds its samples and leaves its near-misses alone. */
import type { PlaceSign } from '../../core/library/place.ts';
import { brokenBy, expressionProblems } from '../patterns/expression-problems.ts';
import { literalsOf } from '../patterns/literals.ts';
import type { Problem } from '../problem.ts';
import { type PlacesFile, placesSchema } from './schema.ts';
import { validate, yaml } from './validate.ts';

const PATH = 'places.yaml';
/** The shortest that lines of a log can be searched for. Signs are few, and each is looked for until it was seen. */
export const SHORTEST_LITERAL = 5;

/** The signs of the file, as it is written; none when it cannot be read. */
export function parsePlaces(text: string, problems: Problem[]): PlacesFile {
  return validate(placesSchema, yaml(text, PATH, problems) ?? [], PATH, problems) ?? [];
}

/** The signs, as the program uses them. */
export function signsOf(file: PlacesFile): PlaceSign[] {
  return file
    .filter(({ match }) => !brokenBy(match))
    .map(({ match, where = null, os = null, weight }) => ({
      source: match,
      literals: literalsOf(match, SHORTEST_LITERAL),
      where,
      os,
      weight,
    }));
}

/** What is wrong with the signs themselves. */
export function placeProblems(file: PlacesFile): Problem[] {
  return file.flatMap(({ match, samples, 'near-misses': nearMisses }) =>
    expressionProblems(PATH, match, samples, nearMisses, SHORTEST_LITERAL),
  );
}
