/** Markdown to plain words, for JSON fields and one-line summaries. */

/** Links, code and emphasis lose their marks; lines are joined to paragraphs. */
export function plainWords(markdown: string): string {
  return markdown
    .replace(/\[\[([a-z0-9-]{1,100})\]\]/g, '$1')
    .replace(/\[([^\]]{1,400})\]\([^)]{1,2000}\)/g, '$1')
    .replace(/[`*]/g, '')
    .replace(/(?<!\n)\n(?!\n)/g, ' ')
    .trim();
}
