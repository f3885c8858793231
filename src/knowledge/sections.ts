/** The body of a page, taken apart: lead, sections, fixes, and plain words of it. */
import type { Fix, Section } from '../core/library/entry.ts';

/** The text before the first heading. */
export function leadOf(body: string): string {
  return (body.split(/^## /m)[0] ?? '').trim();
}

/** The `## ` sections of a body; headings inside code fences are code. */
export function sectionsOf(body: string): Section[] {
  return split(body, '## ').map(({ heading, text }) => ({ heading, text }));
}

function split(body: string, mark: string): Section[] {
  const sections: Section[] = [];
  let isFenced = false;
  for (const line of body.split('\n')) {
    if (line.startsWith('```')) isFenced = !isFenced;
    if (!isFenced && line.startsWith(mark)) sections.push({ heading: line.slice(mark.length).trim(), text: '' });
    else if (sections.length > 0) (sections.at(-1) as Section).text += `${line}\n`;
  }
  return sections.map(({ heading, text }) => ({ heading, text: text.trim() }));
}

/** The fixes of a page: each `### ` under `## Fix`, with its first snippet. */
export function fixesOf(sections: Section[]): Fix[] {
  const fix = sections.find((section) => section.heading === 'Fix');
  return split(fix?.text ?? '', '### ').map(({ heading, text }) => {
    const fence = /```(\w*)\n([\s\S]*?)\n?```/.exec(text);
    return {
      title: heading,
      text: text
        .replace(/```[\s\S]*?```/g, '')
        .replace(/\n{3,}/g, '\n\n')
        .trim(),
      code: fence?.[2] ?? '',
      language: fence?.[1] ?? 'text',
    };
  });
}

/** The first paragraph, on one line. */
export function firstParagraph(text: string): string {
  return (text.split(/\n\s*\n/)[0] ?? '').replace(/\n/g, ' ').trim();
}
