/** Whether a regular expression can become slow: every repetition has an upper bound, and none stands within another. */
import { type AST, RegExpParser } from '@eslint-community/regexpp';

/** Why a pattern may be slow or unbounded; null when it is fine. */
export function unboundedPart(source: string): string | null {
  const pattern = new RegExpParser().parsePattern(source);
  for (const alternative of pattern.alternatives) {
    const found = unbounded(alternative.elements, false);
    if (found) return found;
  }
  return null;
}

function unbounded(elements: readonly AST.Element[], isRepeated: boolean): string | null {
  for (const element of elements) {
    if (element.type === 'Quantifier') {
      if (element.max === Number.POSITIVE_INFINITY) return `"${element.raw}" has no upper bound`;
      if (isRepeated && element.max > 1 && element.min !== element.max) return `"${element.raw}" repeats within a repetition`;
      const inner = childrenOf(element.element);
      const found = inner && unbounded(inner, isRepeated || element.max > 1);
      if (found) return found;
    } else {
      const inner = childrenOf(element);
      const found = inner && unbounded(inner, isRepeated);
      if (found) return found;
    }
  }
  return null;
}

function childrenOf(element: AST.Element): AST.Element[] | null {
  if (element.type === 'Group' || element.type === 'CapturingGroup')
    return element.alternatives.flatMap((alternative) => alternative.elements);
  if (element.type === 'Assertion' && (element.kind === 'lookahead' || element.kind === 'lookbehind')) {
    return element.alternatives.flatMap((alternative) => alternative.elements);
  }
  return null;
}
