/** What a page proves of its fixes: every one can be called, every sample gets the one that its pattern names, every value can be filled. */
import type { Diagnosis } from '../core/diagnose/diagnosis.ts';
import { explain } from '../core/explain/explain.ts';
import { placesIn } from '../core/explain/fix/fill.ts';
import { NO_SEARCH } from '../core/explain/nearest.ts';
import { DERIVED, OF_ENVIRONMENT } from '../core/explain/values/values.ts';
import { VISITOR } from '../core/library/asker.ts';
import type { ErrorEntry, Fix } from '../core/library/entry.ts';
import type { Library } from '../core/library/library.ts';
import type { Inline } from '../core/markup/blocks.ts';
import { everyInline, plainInlines, snippetsOf } from '../core/markup/read.ts';
import type { Explained } from '../core/result.ts';
import type { Problem } from './problem.ts';
import type { Parsed } from './read/parse.ts';

/** All problems with the fixes of the errors; `diagnose` by all signatures. */
export function fixProblems(parsed: readonly Parsed[], library: Library, diagnose: (text: string) => Diagnosis): Problem[] {
  const explained = (text: string): Explained | undefined => explain(library, NO_SEARCH, diagnose(text)).diagnoses[0];
  return parsed.flatMap((page) => {
    const { entry } = page;
    if (entry.kind !== 'error') return [];
    return [
      ...names(page, entry),
      ...elsewhere(page, entry, library),
      ...values(page, entry),
      ...misplaced(page, entry),
      ...chosen(page, entry, explained),
    ];
  });
}

function names({ path, described }: Parsed, { fixes, signature }: ErrorEntry): Problem[] {
  const called = signature.patterns.flatMap((pattern) => pattern.fixes);
  const known = fixes.map(({ name }) => name);
  const unknown = [...new Set([...called, ...described])].filter((name) => !known.includes(name));
  const doubled = known.filter((name, index) => known.indexOf(name) !== index);
  const uncalled = fixes.filter(({ name, when, after }) => !/^\d/.test(name) && when.length + after.length === 0 && !called.includes(name));
  return [
    ...unknown.map((name) =>
      problem(path, `There is no fix "${name}".`, `Write "### What to do {#${name}}" under "## Fix", or take the name out.`),
    ),
    ...doubled.map((name) => problem(path, `Two fixes are called "${name}".`, 'Give each a name of its own.')),
    ...uncalled.map(({ name }) =>
      problem(path, `No pattern names the fix "${name}".`, 'Name it in a pattern, give it a condition, or take {#…} out.'),
    ),
  ];
}

/** A page that tells an error instead of this one points to the fix by one of its own patterns. */
function elsewhere({ path }: Parsed, { signature }: ErrorEntry, library: Library): Problem[] {
  return signature.instead.flatMap(({ id, fix }) => {
    const other = library.get(id);
    if (other?.kind !== 'error' || other.signature.patterns.some(({ fixes }) => fixes[0] === fix)) return [];
    const help = `Write \`{pattern: '…', fix: ${fix}}\` under \`titles\` of that page, with the captures that its fix needs.`;
    return [problem(path, `No pattern of "${id}" names the fix "${fix}" first.`, help)];
  });
}

/** A placeholder that neither a pattern captures nor the program works out, and one that nobody says what to put for. */
function values({ path }: Parsed, entry: ErrorEntry): Problem[] {
  const captures = entry.signature.patterns.flatMap(({ source }) =>
    [...source.matchAll(/\(\?<([a-z][\w]*)>/gi)].map((found) => found[1] as string),
  );
  const known = new Set<string>([...captures, ...DERIVED, ...OF_ENVIRONMENT]);
  const used = new Set([
    ...entry.fixes.flatMap(valuesIn),
    ...entry.signature.found.flatMap(valuesAmong),
    ...entry.signature.notes.flatMap(({ say }) => valuesAmong(say)),
  ]);
  const asked = entry.fixes.flatMap(({ when }) => when.map(({ name }) => name));
  return [
    ...[...used]
      .filter((name) => !known.has(name) && !isPackage(asked, name))
      .map((name) =>
        problem(
          path,
          `Nothing fills {{${name}}}.`,
          `Name a capture of a pattern, or one of ${[...DERIVED, ...OF_ENVIRONMENT].join(', ')}.`,
        ),
      ),
    ...[...new Set(entry.fixes.flatMap(valuesIn))]
      .filter((name) => !(name in entry.blanks))
      .map((name) =>
        problem(
          path,
          `Nobody says what to put where {{${name}}} is not known.`,
          `Write it under "blanks:", or in blanks.yaml for all pages.`,
        ),
      ),
  ];
}

/** Only fixes, and sentences about what was found, are filled: elsewhere a value stands for a figure that does not exist. */
function misplaced({ path }: Parsed, { lead, sections }: ErrorEntry): Problem[] {
  const names = valuesAmong(everyInline([...lead, ...sections.flatMap(({ blocks }) => blocks)]));
  return names.map((name) => ({
    check: 'fact',
    path,
    reason: `There is no figure {{${name}}}.`,
    help: 'Use a name of facts.yaml; values of a log are filled in under "### " of "## Fix", and in found and notes.',
  }));
}

/** A version that a condition asks for may be printed as well. */
function isPackage(asked: readonly string[], name: string): boolean {
  return asked.includes(name);
}

function valuesIn(fix: Fix): string[] {
  const edits = fix.edits.flatMap((edit) => Object.values(edit) as string[]);
  const inCode = [...snippetsOf(fix.blocks).map(({ code }) => code), fix.verify ?? '', ...edits].flatMap((code) => placesIn(code));
  const branches = fix.then.flatMap((branch) => [...branch.see, ...branch.do]);
  return [...inCode, ...valuesAmong(fix.title), ...valuesAmong(everyInline(fix.blocks)), ...valuesAmong(branches)];
}

function valuesAmong(inlines: readonly Inline[]): string[] {
  return inlines.flatMap((inline) => {
    if (typeof inline === 'string') return [];
    if (inline.type === 'value') return [inline.name];
    if (inline.type === 'code') return placesIn(inline.text);
    return 'inlines' in inline ? valuesAmong(inline.inlines) : [];
  });
}

/** Every fix that a pattern names is the first of some sample of this page. */
function chosen({ path, samples }: Parsed, entry: ErrorEntry, explained: (text: string) => Explained | undefined): Problem[] {
  const wanted = new Set(entry.signature.patterns.flatMap(({ fixes }) => fixes));
  if (wanted.size === 0) return [];
  const got = new Set<string>();
  const edited = new Set<string>();
  const problems: Problem[] = [];
  for (const text of samples) {
    const found = explained(text);
    if (found?.entry.id !== entry.id) continue;
    const fixes = entry.signature.patterns[found.finding.pattern]?.fixes ?? [];
    if (found.fix) got.add(found.fix.name);
    if (found.fix && snippetsOf(found.fix.blocks).some(({ language }) => language === 'diff')) edited.add(found.fix.name);
    if (fixes.length > 0 && !(found.fix && (fixes.includes(found.fix.name) || found.fix.name === VISITOR)))
      problems.push(
        problem(
          path,
          `A sample gets the fix "${found.fix ? plainInlines(found.fix.title) : 'none'}" instead of "${fixes.join('" or "')}": ${text}`,
          'Look at the conditions of the fixes, and at the order of the patterns.',
        ),
      );
  }
  const unproved = [...wanted].filter((name) => !got.has(name));
  const unedited = entry.fixes.filter(({ name, edits }) => edits.length > 0 && !edited.has(name));
  return [
    ...problems,
    ...unproved.map((name) => problem(path, `No sample gets the fix "${name}".`, 'Add a text that it is for.')),
    ...unedited.map(({ name }) =>
      problem(
        path,
        `No sample quotes a statement that the edits of the fix "${name}" change.`,
        'Add a traceback with a frame of app.py and its line of source.',
      ),
    ),
  ];
}

function problem(path: string, reason: string, help: string): Problem {
  return { check: 'fix', path, reason, help };
}
