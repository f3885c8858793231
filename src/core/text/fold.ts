/**
 * Undoes what copying through a web page, a forum or Markdown does to a message: hard blanks, curly quotes, HTML entities,
 * escaped underscores. For matching; what the user sees is the same text, made plain.
 */
import type { SafeText } from './neutralise.ts';

const TRACES = /[\u00a0\u2002-\u200a\u202f\u3000\u2018-\u201f]|&(?:#|quot|lt|gt|amp|nbsp)|\\[_*`[\]]/;
const PLAIN: [RegExp, string][] = [
  [/[\u00a0\u2002-\u200a\u202f\u3000]|&nbsp;|&#160;/g, ' '],
  [/[\u2018\u2019\u201a\u201b]|&#(?:39|x27);/g, "'"],
  [/[\u201c-\u201f]|&#(?:34|x22);|&quot;/g, '"'],
  [/&lt;/g, '<'],
  [/&gt;/g, '>'],
  [/&#(?:96|x60);/g, '`'],
  [/\\([_*`[\]])/g, '$1'],
  [/&amp;/g, '&'],
];

/** The same text with ordinary blanks and quotes. */
export function fold(text: SafeText): SafeText {
  if (!TRACES.test(text)) return text;
  return PLAIN.reduce((folded, [pattern, plain]) => folded.replace(pattern, plain), text as string) as SafeText;
}
