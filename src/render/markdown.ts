/** Foreign text inside our Markdown: it must not become markup. */

/**
 * A sentence that quotes a log, for the middle of a paragraph. Marks are escaped; where a site would make a link, a mention or a
 * character of a part of it, the whole sentence becomes code, for nothing else stops that everywhere.
 */
export function calm(sentence: string): string {
  if (/[@#&]|:\/\/|www\./i.test(sentence)) return `\`${inline(sentence)}\``;
  return escapeMarkdown(sentence);
}

/** For a sentence of our own with numbers in it. */
export function escapeMarkdown(text: string): string {
  return text.replace(/[\\`*_[\]<>|~$]/g, '\\$&');
}

/** For the inside of a code span: no backtick, no line feed. */
export function inline(text: string): string {
  return text
    .replace(/`/g, "'")
    .replace(/\s{1,200}/g, ' ')
    .trim();
}

/** A code fence longer than any that the text holds. */
export function fenced(text: string, language: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`{3,}/g)].map((found) => found[0].length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${text}\n${fence}`;
}
