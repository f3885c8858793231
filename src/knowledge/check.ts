/** Walks the whole library and reports everything that is wrong at once. */
import { Diagnoser, matcherOf } from '../core/diagnose/diagnoser.ts';
import type { ErrorEntry, Page, TreeEntry } from '../core/library/entry.ts';
import { expressionsOf, isQuestion } from '../core/library/entry.ts';
import { Library } from '../core/library/library.ts';
import { plainInlines, snippetsOf } from '../core/markup/read.ts';
import { remembering } from '../core/once.ts';
import { fixProblems } from './fixes.ts';
import { houseProblems } from './house/house.ts';
import { boundProblems, literalProblems } from './patterns/expression-problems.ts';
import type { Problem } from './problem.ts';
import { proofs } from './proofs.ts';
import { askerProblems } from './read/asker.ts';
import { failureProblems } from './read/failures.ts';
import type { Content } from './read/files.ts';
import { type Assembled, assemble, linksOf } from './read/library.ts';
import type { ContentFile, Parsed } from './read/parse.ts';
import { placeProblems } from './read/places.ts';
import type { Shelf } from './read/shelf.ts';

const SECTIONS: Record<string, string[]> = {
  error: ['Why', 'Fix'],
  notice: ['Why it is harmless'],
  rule: ['Why', 'Do', "Don't"],
  guide: [],
};
const LANGUAGES = ['python', 'bash', 'yaml', 'json', 'diff', 'text', 'requirements'];
const LONGEST_BODY = 120;

/** All problems of a content folder, and of what was assembled of it; an empty list means that it can be shipped. */
export function checkContent(content: Content, assembled: Assembled = assemble(content)): Problem[] {
  const { parsed, knowledge, shelf, places, failures, asker, problems } = assembled;
  const library = new Library(knowledge);
  const matcher = matcherOf(library);
  // A sample is asked about by several checks.
  const diagnose = remembering((text: string) => {
    const diagnoser = new Diagnoser(library, matcher);
    diagnoser.push(new TextEncoder().encode(text));
    return diagnoser.end();
  });
  return [
    ...problems,
    ...duplicates(parsed),
    ...content.files.flatMap(unfilled),
    ...parsed.flatMap((page) => [...links(page, library), ...written(page, shelf)]),
    ...proofs(parsed, diagnose),
    ...fixProblems(parsed, library, diagnose),
    ...placeProblems(places),
    ...askerProblems(asker),
    ...failureProblems(failures, (id) => library.get(id)?.id === id),
  ];
}

function duplicates(parsed: Parsed[]): Problem[] {
  const seen = new Map<string, string>();
  const problems: Problem[] = [];
  for (const { path, entry } of parsed) {
    for (const id of [entry.id, ...entry.aka]) {
      const other = seen.get(id);
      if (other)
        problems.push({
          check: 'id',
          path,
          reason: `The id "${id}" stands in ${other} too.`,
          help: 'Ids are unique across all kinds; rename one of the files.',
        });
      seen.set(id, path);
    }
    if (!/^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(entry.id))
      problems.push({ check: 'id', path, reason: 'The file name is no id.', help: 'Use lower-case words joined by hyphens.' });
  }
  return problems;
}

/** What the skeleton of `npm run new` left open. */
function unfilled({ path, text }: ContentFile): Problem[] {
  const lines = text.split('\n').flatMap((line, index) => (/\bTODO\b/.test(line) ? [index + 1] : []));
  if (lines.length === 0) return [];
  return [{ check: 'unfilled', path, reason: `Lines ${lines.join(', ')} still say TODO.`, help: 'Fill them in, or take them out.' }];
}

function links({ path, entry, nearMisses }: Parsed, library: Library): Problem[] {
  const overridden =
    entry.kind === 'error'
      ? [...entry.signature.overrides, ...entry.signature.explains, ...entry.signature.instead.map(({ id }) => id)]
      : [];
  const missed = nearMisses.flatMap(({ id }) => id ?? []);
  const targets = [...linksOf(entry), ...overridden, ...missed];
  return targets
    .filter((id) => library.get(id)?.id !== id)
    .map((id) => ({
      check: 'link',
      path,
      reason: `It links to "${id}", which does not exist.`,
      help: 'Write the id of an entry (not an old one), or add that entry.',
    }));
}

/** What concerns one file alone: sections, fences, figures, patterns, the shape of a tree. */
function written(page: Parsed, shelf: Shelf): Problem[] {
  const { entry } = page;
  const everywhere = [...owned(page, shelf), ...houseProblems(page)];
  if (entry.kind === 'tree') return [...everywhere, ...treeShape(page.path, entry)];
  const patterns = entry.kind === 'error' ? patternShape(page.path, entry) : [];
  return [
    ...everywhere,
    ...sections(page.path, entry),
    ...fixesHaveSnippets(page.path, entry),
    ...bodyLength(page),
    ...fences(page),
    ...patterns,
  ];
}

function isNotice(entry: Page): boolean {
  return entry.kind === 'error' && entry.role === 'notice';
}

/** Its headings with what stands under them, and the lead above. */
function sections(path: string, entry: Page): Problem[] {
  const wanted = SECTIONS[isNotice(entry) ? 'notice' : entry.kind] ?? [];
  const problems: Problem[] = wanted
    .filter((heading) => !hasText(entry, heading))
    .map((heading) => ({
      check: 'section',
      path,
      reason: `The section "## ${heading}" is missing or empty.`,
      help: `A ${entry.kind} needs ${wanted.join(', ')}.`,
    }));
  if (entry.lead.length === 0)
    problems.push({
      check: 'section',
      path,
      reason: 'There is no text before the first heading.',
      help: 'Open with one or two sentences: what happened, or what to do.',
    });
  if (entry.kind === 'guide' && entry.sections.length < 2)
    problems.push({ check: 'section', path, reason: 'A guide with fewer than two sections.', help: 'Divide it with ## headings.' });
  return problems;
}

function fixesHaveSnippets(path: string, entry: Page): Problem[] {
  if (entry.kind !== 'error' || isNotice(entry)) return [];
  if (entry.fixes.length === 0)
    return [{ check: 'section', path, reason: 'There is no fix.', help: 'Under "## Fix" write "### What to do" with a snippet.' }];
  return entry.fixes
    .filter(({ blocks }) => snippetsOf(blocks).length === 0)
    .map(({ title }) => ({
      check: 'section',
      path,
      reason: `The fix "${plainInlines(title)}" has no snippet.`,
      help: 'Add one fenced snippet that can be pasted.',
    }));
}

function bodyLength({ path, raw }: Parsed): Problem[] {
  const length = raw.split('\n').length;
  if (length <= LONGEST_BODY) return [];
  const help = `Keep it under ${LONGEST_BODY}: move parts to a guide.`;
  return [{ check: 'section', path, reason: `The page has ${length} lines.`, help }];
}

function fences({ path, raw }: Parsed): Problem[] {
  const marks = [...raw.matchAll(/^```(.*?)(?: norun)?(?: own=[\w.,]{1,60})?$/gm)].map((found) => found[1] as string);
  const problems: Problem[] = [];
  const isClosed = marks.length % 2 === 0 && marks.every((mark, index) => index % 2 === 0 || mark === '');
  if (!isClosed) problems.push({ check: 'fence', path, reason: 'A code fence is not closed.', help: 'End it with ``` alone on its line.' });
  for (const [index, language] of marks.entries()) {
    if (index % 2 === 0 && !LANGUAGES.includes(language))
      problems.push({ check: 'fence', path, reason: `A code fence is marked "${language}".`, help: `Use one of ${LANGUAGES.join(', ')}.` });
  }
  return problems;
}

function hasText(entry: Page, heading: string): boolean {
  const section = entry.sections.find((each) => each.heading === heading);
  return section !== undefined && (section.blocks.length > 0 || (heading === 'Fix' && entry.kind === 'error' && entry.fixes.length > 0));
}

/** Figures that facts.yaml owns must not be typed. */
function owned({ path, entry, raw }: Parsed, shelf: Shelf): Problem[] {
  const prose = `${entry.title}\n${raw.replace(/```[\s\S]*?```/g, '')}`;
  return [...shelf.facts.values()].flatMap((fact) =>
    fact.owns
      .filter((figure) => new RegExp(`(?<![\\d.])${figure.replace(/[.$]/g, '\\$&')}(?!\\w)`).test(prose))
      .map((figure) => ({
        check: 'figure',
        path,
        reason: `"${figure}" is typed, but facts.yaml owns it.`,
        help: `Write {{${fact.name}}}, or {{${fact.name}.before}} for what held before.`,
      })),
  );
}

function patternShape(path: string, { signature }: ErrorEntry): Problem[] {
  const problems = expressionsOf(signature).flatMap((source) => boundProblems(path, source));
  const { patterns } = signature;
  if (patterns.length === 0)
    problems.push({ check: 'literal', path, reason: 'There is no pattern.', help: 'Write at least one under match: or titles:.' });
  return [...patterns.flatMap(({ source }) => literalProblems(path, source)), ...problems];
}

/** A node to which several answers lead is walked once for each way, so that every circle is seen; behind so many questions only once. */
const LONGEST_TRAIL = 50;

function treeShape(path: string, tree: TreeEntry): Problem[] {
  const reached = new Set<string>();
  const problems: Problem[] = [];
  const walk = (name: string, trail: string[]) => {
    const node = tree.nodes[name];
    if (!node) {
      const from = trail.at(-1);
      problems.push({
        check: 'tree',
        path,
        reason: `${from ? `"${from}" leads` : 'start points'} to "${name}", which does not exist: the path ends without an answer.`,
        help: 'Write the name of a node.',
      });
    } else if (trail.includes(name)) {
      problems.push({
        check: 'tree',
        path,
        reason: `The path ${[...trail, name].join(' → ')} goes in a circle.`,
        help: 'Lead it to an answer.',
      });
    } else if (!reached.has(name) || trail.length < LONGEST_TRAIL) {
      reached.add(name);
      if (isQuestion(node)) for (const option of node.options) walk(option.to, [...trail, name]);
    }
  };
  walk(tree.start, []);
  for (const name of Object.keys(tree.nodes)) {
    if (!reached.has(name))
      problems.push({ check: 'tree', path, reason: `No path leads to "${name}".`, help: 'Link it from an option, or delete it.' });
  }
  return problems;
}
