/** Any Result → the one JSON document of the contract, with nothing in it that a terminal would act on. */
import type { OwnChange } from '../core/beside.ts';
import { failureText } from '../core/document/card/failure.ts';
import { entryDocument } from '../core/document/document.ts';
import { type Environment, versionOf } from '../core/environment/environment.ts';
import { withBlanks } from '../core/explain/explain.ts';
import { type Entry, type Fix, isQuestion, type TreeNode } from '../core/library/entry.ts';
import type { Location } from '../core/log/traceback/traceback-line.ts';
import { plainInlines, plainWords, snippetsOf } from '../core/markup/read.ts';
import type { DiagnosisResult, Explained, Result, Told, TreeResult, Way } from '../core/result.ts';
import { checkObject } from './check-json.ts';
import { inlineText, toMarkdown } from './markdown.ts';
import { planObject } from './plan-json.ts';

/** The document, indented, with a line feed at the end. */
export function toJson(result: Result): string {
  return `${escapeInvisible(JSON.stringify(toObject(result), null, 2))}\n`;
}

/** JSON.stringify leaves DEL, C1, bidi, invisible and private characters as they are. */
function escapeInvisible(json: string): string {
  return json.replace(/[\u007f-\u009f\p{Cf}\p{Default_Ignorable_Code_Point}\p{Zl}\p{Zp}\p{Co}\p{Noncharacter_Code_Point}]/gu, (char) =>
    [...Array(char.length).keys()].map((index) => `\\u${char.charCodeAt(index).toString(16).padStart(4, '0')}`).join(''),
  );
}

function toObject(result: Result): unknown {
  switch (result.type) {
    case 'diagnosis':
      return diagnosisObject(result);
    case 'search':
      return {
        schema: 'zerogpu-advisor/search@1',
        query: result.query,
        confident: result.confident,
        results: result.hits.map(({ entry: { id, kind, title, summary }, score, phrase }) => ({ id, kind, title, summary, score, phrase })),
        plan: result.plan,
      };
    case 'list':
      return {
        schema: 'zerogpu-advisor/list@1',
        entries: result.entries.map((entry) => ({ id: entry.id, kind: entry.kind, title: entry.title, tags: tags(entry) })),
      };
    case 'page':
      return { schema: 'zerogpu-advisor/entry@1', entry: entryObject(result.entry) };
    case 'tree':
      return treeObject(result);
    case 'plan':
      return planObject(result.plan);
    case 'check':
      return checkObject(result.report);
    case 'text':
      return { schema: 'zerogpu-advisor/text@1', text: result.text };
    case 'problem':
      return { schema: 'zerogpu-advisor/problem@1', problem: result.what, help: result.help };
  }
}

function tags(entry: Entry): string[] {
  if (entry.kind === 'error') return [entry.stage, entry.role];
  return entry.kind === 'rule' ? [entry.level] : [];
}

function diagnosisObject({ diagnosis, diagnoses, notices, failures, nearest, guess, ways }: DiagnosisResult) {
  const {
    demands: _1,
    sources: _2,
    origins: _3,
    interpreter: _4,
    installer: _5,
    addresses: _6,
    port: _7,
    ...environment
  } = diagnosis.environment;
  return {
    schema: 'zerogpu-advisor/diagnosis@1',
    lines: diagnosis.lines,
    bytes: diagnosis.bytes,
    diagnoses: diagnoses.map(diagnosisItem),
    notices: notices.map(({ finding, entry }) => ({
      id: entry.id,
      title: entry.title,
      count: finding.count,
      firstLine: finding.firstLine,
    })),
    versions: versionsOf(diagnosis.environment),
    environment,
    unrecognised: failures.flatMap(({ failure: { type, message, file, line, location }, suggestions }) =>
      type === null ? [] : [{ type, message, file, line, location: placeOf(location), suggestions: suggestions.map(({ id }) => id) }],
    ),
    failures: failures.map((told) => failureItem(told)),
    nearest: nearest.map((entry) => ({
      id: entry.id,
      title: entry.title,
      ...(guess?.fix && guess.entry === entry ? { fix: fixObject(guess.fix) } : {}),
      ...todoOf(ways.find((way) => way.entry === entry)),
    })),
    cutLines: diagnosis.cutLines,
    moreUnrecognised: diagnosis.moreFailures,
  };
}

/** What a page would have one do that may be meant. */
function todoOf(way: Way | undefined) {
  return way?.todo ? { todo: plainInlines(way.todo) } : {};
}

/** The four that every log of a Space may name. */
function versionsOf(environment: Environment) {
  const version = (name: string) => versionOf(environment, name);
  return { spaces: version('spaces'), torch: version('torch'), gradio: version('gradio'), python: environment.python };
}

/** What the traceback quotes there is no part of it: it is neither neutralised nor masked. */
function placeOf(location: Location | null) {
  return location && { file: location.file, line: location.line, function: location.function };
}

/** The message as it was printed, with its type. */
function failureItem(told: Told) {
  const { kind, details, file, line, location, raisedIn, isConsequence, advice } = told.failure;
  const source = told.beside ? { source: told.beside.source } : {};
  return {
    kind,
    message: failureText(told),
    ...(details.length > 0 ? { details } : {}),
    file,
    line,
    location: placeOf(location),
    ...source,
    raisedIn: placeOf(raisedIn),
    consequence: isConsequence,
    ...(advice ? { advice } : {}),
    ...(isConsequence ? {} : readingOf(told)),
  };
}

/** What the card says of it. */
function readingOf({ title, look, shown, steps }: Told) {
  return {
    title,
    look: plainInlines(look),
    code: shown?.code ?? null,
    steps: steps.map((step) => ({ if: plainInlines(step.see), do: plainInlines(step.do) })),
  };
}

function diagnosisItem({ finding, entry, said, notes, hint, fix, otherFixes, beside }: Explained) {
  const { role, count, file, firstLine, lastLine, evidence, causedBy, values, location } = finding;
  const why = entry.sections.find(({ heading }) => heading === 'Why')?.blocks ?? [];
  return {
    id: entry.id,
    kind: entry.kind,
    title: entry.title,
    role,
    count,
    file,
    firstLine,
    lastLine,
    evidence,
    causedBy,
    values,
    location: placeOf(location),
    ...(beside ? { source: beside.source } : {}),
    summary: [plainInlines(said), plainWords(entry.lead), ...notes.map(plainInlines)].filter(Boolean).join(' '),
    why: plainWords(why),
    fixes: [...(beside?.change ? [changeObject(beside.change)] : []), ...[...(fix ? [fix] : []), ...otherFixes].map(fixObject)],
    ...(hint ? { hint: plainInlines(hint) } : {}),
    see: entry.see,
    sources: entry.sources,
  };
}

/** A change of the user's own lines, in the form of a fix. */
function changeObject({ title, file, line, diff }: OwnChange) {
  return { title, code: diff, language: 'diff', file, line };
}

/** A fix with its first snippet; who can act, how to check and what may come next are left out where a page says nothing of it. */
function fixObject({ title, blocks, who, verify, then }: Fix) {
  const [first] = snippetsOf(blocks);
  return {
    title: plainInlines(title),
    code: first?.code ?? '',
    language: first?.language ?? 'text',
    ...(who ? { who } : {}),
    ...(verify ? { verify } : {}),
    ...(then.length > 0 ? { next: then.map(({ see, do: todo }) => ({ if: plainInlines(see), do: plainInlines(todo) })) } : {}),
  };
}

function entryObject(entry: Entry) {
  const { id, kind, title, summary, asks, see, seenFrom, sources, checked } = entry;
  const extra =
    entry.kind === 'error'
      ? { stage: entry.stage, role: entry.role, fixes: withBlanks(entry).fixes.map(fixObject), basis: entry.basis }
      : {};
  const markdown = toMarkdown(entryDocument(entry));
  return { id, kind, title, summary, tags: tags(entry), asks, ...extra, markdown, see, seenFrom, sources, checked };
}

function treeObject({ tree, walk, node }: TreeResult) {
  const { id, title, summary, start, see, sources } = tree;
  const nodes = Object.fromEntries(Object.entries(tree.nodes).map(([name, each]) => [name, nodeObject(each)]));
  const whole = { schema: 'zerogpu-advisor/tree@1', tree: { id, kind: 'tree', title, summary, start, nodes, see, sources } };
  if (!walk || !node) return whole;
  const path = walk.path.map(({ node: at, ask, chosen, said }) => ({
    node: at,
    question: inlineText(ask),
    answer: chosen,
    said: inlineText(said),
  }));
  const reached = { id: walk.at, ...nodeObject(node) };
  return { ...whole, path, question: isQuestion(node) ? reached : null, answer: isQuestion(node) ? null : reached };
}

/** A node as its author wrote it: Markdown. */
function nodeObject(node: TreeNode) {
  if (!isQuestion(node)) return { answer: inlineText(node.answer), text: toMarkdown(node.blocks), see: node.see };
  const options = node.options.map(({ say, to }) => ({ say: inlineText(say), to }));
  return { ask: inlineText(node.ask), why: inlineText(node.why), options };
}
