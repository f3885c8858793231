/** The house rules that every snippet keeps: one complaint for each snippet and rule that it breaks. */

import type { Problem } from '../problem.ts';
import type { Parsed } from '../read/parse.ts';
import { crossingResult } from './boundary.ts';
import { brokenRule } from './rules.ts';
import { type Snippet, snippetsOf } from './snippets.ts';
import { typedToken } from './token.ts';
import { wideLine } from './width.ts';

/** What is wrong with a snippet: null when it keeps the rule. */
export type HouseRule = (snippet: Snippet) => Omit<Problem, 'path'> | null;

const ALWAYS: HouseRule[] = [wideLine];
/** A snippet under `## Don't` is wrong on purpose. */
const UNLESS_WARNING: HouseRule[] = [typedToken, crossingResult, brokenRule];

/** The complaints about the snippets of one file. */
export function houseProblems({ path, raw }: Parsed): Problem[] {
  return snippetsOf(raw).flatMap((snippet) => {
    const rules = snippet.section === "Don't" ? ALWAYS : [...ALWAYS, ...UNLESS_WARNING];
    return rules.flatMap((rule) => rule(snippet) ?? []).map((complaint) => ({ ...complaint, path }));
  });
}
