/** Any Result → Markdown: the one text that the terminal, the app, the clipboard and an issue all show. */
import { type Entry, isQuestion, type TreeEntry } from '../core/library/entry.ts';
import { begin, replay, type Walk } from '../core/library/walk.ts';
import type { DiagnosisResult, Explained, ListResult, Result, SearchResult, TreeResult, Unknown } from '../core/result.ts';
import { calm, fenced, inline } from './markdown.ts';
import { planDocument } from './plan-document.ts';
import { drawTree } from './tree-drawing.ts';

const PLURAL: Record<Entry['kind'], string> = { error: 'Errors', rule: 'Rules', guide: 'Guides', tree: 'Decision trees' };

/** What a report shows of a page: the cause stays on the screen, the rest is one command away. */
const IN_REPORT = ['Fix', 'If you are the visitor', 'Still stuck?'];

/** The document of a result. */
export function toMarkdown(result: Result): string {
  switch (result.type) {
    case 'diagnosis':
      return diagnosisDocument(result);
    case 'search':
      return searchDocument(result);
    case 'list':
      return listDocument(result);
    case 'page':
      return pageDocument(result.entry);
    case 'tree':
      return treeDocument(result);
    case 'plan':
      return planDocument(result.plan);
    case 'text':
      return result.text;
    case 'problem':
      return `${result.what} ${result.help}`;
  }
}

/** A page: title, text, what it links to (unless the caller has a better way to say it), sources with dates. */
export function pageDocument(entry: Entry, links = seeAlso(entry)): string {
  if (entry.kind === 'tree') return treeDocument({ type: 'tree', tree: entry, walk: null, node: null });
  return [`# ${entry.title}`, kindLine(entry), entry.body, links, sources(entry)].filter(Boolean).join('\n\n');
}

function kindLine(entry: Entry): string {
  const detail = entry.kind === 'error' ? `${entry.role}, ${entry.stage}` : entry.kind === 'rule' ? entry.level : '';
  return `*${entry.kind}${detail ? ` (${detail})` : ''} · \`${entry.id}\`*`;
}

function seeAlso(entry: Entry): string {
  const from = entry.seenFrom.filter((id) => !entry.see.includes(id));
  const also = entry.see.length > 0 ? `## See also\n\n${entry.see.map((id) => `\`${id}\``).join(' · ')}` : '';
  return from.length > 0
    ? `${also}\n\nLinked from: ${from
        .slice(0, 12)
        .map((id) => `\`${id}\``)
        .join(' · ')}`.trim()
    : also;
}

function sources(entry: Entry): string {
  const lines = entry.sources.map(({ title, url, checked }) => `- ${title}: ${url} (checked ${checked})`);
  return lines.length > 0 ? `## Sources\n\n${lines.join('\n')}` : '';
}

function diagnosisDocument(result: DiagnosisResult): string {
  const { diagnosis, diagnoses, notices, unrecognised } = result;
  const [first, ...others] = diagnoses;
  const parts = [first ? mainDiagnosis(first) : nothing(result)];
  if (others.length > 0)
    parts.push(`## ${others.length === 1 ? 'Also in this log' : `Also in this log: ${others.length} more`}`, ...others.map(briefly));
  if (unrecognised.length > 0) parts.push(`## Not recognised`, ...unrecognised.map(unknown));
  if (diagnosis.moreUnrecognised > 0) parts.push(`${count(diagnosis.moreUnrecognised, 'further line')} with other exceptions not listed.`);
  if (notices.length > 0) parts.push(`Harmless here: ${notices.map(({ entry }) => `${entry.title} (\`${entry.id}\`)`).join('; ')}.`);
  parts.push(readLine(diagnosis));
  return parts.join('\n\n');
}

function mainDiagnosis({ finding, entry, said, notes }: Explained): string {
  const where = place(finding.firstLine, finding.count);
  const own = finding.location ? ` · your code: \`${inline(locationText(finding.location))}\`` : '';
  const parts = [`# ${entry.title}`, `*${entry.role} · \`${entry.id}\` · ${where}${own}*`, fenced(finding.evidence, 'text')];
  if (said) parts.push(`**${calm(said)}**`);
  parts.push(entry.lead, ...notes.map((note) => `> ${calm(note)}`));
  parts.push(...entry.sections.filter(({ heading }) => IN_REPORT.includes(heading)).map(({ heading, text }) => `## ${heading}\n\n${text}`));
  parts.push(`Why, and all sources: \`zerogpu-advisor show ${entry.id}\``);
  return parts.filter(Boolean).join('\n\n');
}

function briefly({ finding, entry, said }: Explained): string {
  const fix = entry.fixes[0] ? ` First fix: ${entry.fixes[0].title}.` : '';
  const numbers = said ? ` ${calm(said)}` : '';
  return `- **${entry.title}** (${entry.role}, \`${entry.id}\`, ${place(finding.firstLine, finding.count)})  \n  ${code(finding.evidence)}${numbers || fix ? `  \n  ${`${numbers}${fix}`.trim()}` : ''}`;
}

function code(text: string): string {
  return `\`${inline(text)}\``;
}

function place(line: number, count: number): string {
  return `line ${line}${count > 1 ? `, ${count} times` : ''}`;
}

/** `app.py:12 in generate` */
export function locationText({ file, line, function: name }: { file: string; line: number; function: string }): string {
  return `${file}:${line}${name && name !== '<module>' ? ` in ${name}` : ''}`;
}

function unknown({ unrecognised, suggestions }: Unknown): string {
  const { type, message, line, location } = unrecognised;
  const own = location ? ` in \`${inline(locationText(location))}\`` : '';
  const near =
    suggestions.length > 0 ? `  \n  Nearest entries, not a diagnosis: ${suggestions.map(({ id }) => `\`${id}\``).join(', ')}` : '';
  return `- ${code(`${type}${message ? `: ${message}` : ''}`)} at line ${line}${own}${near}`;
}

function nothing({ unrecognised }: DiagnosisResult): string {
  const hint =
    unrecognised.length > 0
      ? 'The exceptions below are not in the knowledge base.'
      : 'If something is wrong, this log does not say it: the cause may stand in the other log (`hf spaces logs USER/SPACE --build` for the build, without `--build` for the run), or only in the browser.';
  return `# Nothing recognised\n\n${hint}`;
}

function readLine({ lines, bytes, cutLines, versions }: DiagnosisResult['diagnosis']): string {
  const found = Object.entries(versions).flatMap(([name, version]) => (version ? [`${name} ${version}`] : []));
  const cut =
    cutLines > 0 ? ` ${cutLines} overlong line${cutLines === 1 ? ' was' : 's were'} cut at 8192 characters, head and tail kept.` : '';
  return `*Read ${count(lines, 'line')}, ${size(bytes)}.${cut}${found.length > 0 ? ` Versions in the log: ${inline(found.join(', '))}.` : ''}*`;
}

function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`;
}

/** Bytes as people say them. */
export function size(bytes: number): string {
  if (bytes < 1024) return count(bytes, 'byte');
  if (bytes < 1024 * 1024) return `${(bytes / 1024).toFixed(1)} kB`;
  return `${(bytes / 1024 / 1024).toFixed(1)} MB`;
}

function searchDocument({ query, hits }: SearchResult): string {
  if (hits.length === 0) return `Nothing found for ${code(query)}. Try other words, or paste the error message itself.`;
  const rows = hits.map(({ entry }) => `- **${entry.title}** (${entry.kind}, \`${entry.id}\`)  \n  ${entry.summary}`);
  return `${rows.join('\n')}\n\nRead one: \`zerogpu-advisor show ${(hits[0] as { entry: Entry }).entry.id}\``;
}

function listDocument({ kind, entries }: ListResult): string {
  const kinds = kind ? [kind] : (Object.keys(PLURAL) as Entry['kind'][]);
  return kinds
    .map((each) => {
      const rows = entries.filter((entry) => entry.kind === each).map((entry) => `- \`${entry.id}\` ${entry.title}`);
      return `## ${PLURAL[each]}\n\n${rows.join('\n')}`;
    })
    .join('\n\n');
}

/** With the indent of code it fits into 80 columns. */
const DRAWING_WIDTH = 76;

function treeDocument({ tree, walk, node, isDrawing }: TreeResult): string {
  const parts = [`# ${tree.title}`];
  if (isDrawing)
    return [...parts, fenced(drawTree(tree, DRAWING_WIDTH).join('\n'), 'text'), `*Walk it: \`${replay(tree, begin(tree))}\`*`].join('\n\n');
  if (!walk || !node) {
    parts.push(
      kindLine(tree),
      tree.summary,
      ...Object.entries(tree.nodes).map(([name, each]) => nodeOutline(tree, name, each)),
      seeAlso(tree),
      sources(tree),
    );
    return parts.filter(Boolean).join('\n\n');
  }
  if (walk.path.length > 0) parts.push(walkLines(walk));
  parts.push(isQuestion(node) ? questionText(node) : answerText(node), `*Walk it again: \`${replay(tree, walk)}\`*`);
  return parts.join('\n\n');
}

/** The answers given so far, as a list. */
function walkLines(walk: Walk): string {
  return walk.path.map((step, index) => `${index + 1}. ${step.ask} **${step.said}**`).join('\n');
}

function questionText(node: { ask: string; why: string; options: { say: string }[] }): string {
  return `## ${node.ask}\n\n${node.why}\n\n${node.options.map((option, index) => `${index + 1}. ${option.say}`).join('\n')}`;
}

function answerText(node: { answer: string; text: string; see: string[] }): string {
  return `## ${node.answer}\n\n${node.text}\n\nSee ${node.see.map((id) => `\`${id}\``).join(' · ')}`;
}

function nodeOutline(tree: TreeEntry, name: string, node: TreeEntry['nodes'][string]): string {
  const mark = name === tree.start ? 'Start' : name;
  if (!isQuestion(node)) return `### ${mark}: ${node.answer}\n\n${node.text}\n\nSee ${node.see.map((id) => `\`${id}\``).join(' · ')}`;
  const options = node.options.map((option, index) => `${index + 1}. ${option.say} → ${option.to}`);
  return `### ${mark}: ${node.ask}\n\n${options.join('\n')}`;
}
