/** The card of a failure that no entry knows: its line, what it is, where it was raised, what is looked at first, how to report it. */
import type { Diagnosis } from '../../diagnose/diagnosis.ts';
import type { Environment } from '../../environment/environment.ts';
import { ISSUES } from '../../issues.ts';
import { lineOf } from '../../log/traceback/notebook-cell.ts';
import { fileNameOf, type Location, packageFolderOf, withinText } from '../../log/traceback/traceback-line.ts';
import { type Block, foreign, type Inline, indented, PLAIN_TEXT, paragraph, snippet, tight } from '../../markup/blocks.ts';
import type { Told } from '../../result.ts';
import { clip, own, type SafeText } from '../../text/neutralise.ts';
import { neutraliseAndMask } from '../../text/neutralise-and-mask.ts';
import { environmentParts } from '../environment.ts';
import { count } from '../quantity.ts';
import { sourceSnippet } from '../source.ts';
import { guessBelow, guessCard, logTellsMore, nearBy, wayBlocks, waysCard, wholePage } from './guess.ts';
import { EVIDENCE_WIDTH, fitting, heightOf, MOST_LINES, MOST_OWN_LINES } from './height.ts';
import { briefLocationText, lineText, locationText } from './place.ts';

/** A message that no page describes is all that is known: more of it is shown than of one that a page explains. */
const EVIDENCE_LINES = 3;
/** Of a report one line is pasted: longer messages end in their path or their dump. */
const REPORT_WIDTH = 160;
/** Behind the lines of the failure, and before how to report it. */
const BLANK_LINES = 2;
/** After the first card, so many failures are named. */
const MOST_NAMED = 3;

/** The card of the first failure, a line for each of the others, and one for all that follows from them. */
export function failureBlocks(failures: readonly Told[], diagnosis: Diagnosis): Block[] {
  const [first, ...others] = failures.filter(({ failure }) => !failure.isConsequence);
  if (!first) return [];
  return [...card(first, failures, diagnosis.environment), ...named('Also failed:', others, diagnosis), ...follows(failures)];
}

/** Failures in a text whose cause is known otherwise: a line for each. */
export function failureList(failures: readonly Told[], diagnosis: Diagnosis): Block[] {
  const reasons = failures.filter(({ failure }) => !failure.isConsequence);
  return named('Also failed, not in the catalogue:', reasons, diagnosis);
}

/** The message as it was printed. */
export function failureText({ failure: { type, message } }: Told): SafeText {
  return type === null ? message : own(`${type}${message ? `: ${message}` : ''}`);
}

function card(told: Told, all: readonly Told[], environment: Environment): Block[] {
  const { failure, title, shown, guess, ways, beside, isRead } = told;
  // Nobody needs to read again what he wrote himself.
  if (failure.isTold && guess?.isLikely) return guessCard(guess);
  if (failure.isTold && !isRead && ways.length > 0) return waysCard(ways, environment.where);
  const { kind, location, raisedIn } = failure;
  const where: Inline[] = [foreign(lineText(failure))];
  if (location) where.push(' · your code ', foreign(briefLocationText(location)));
  const raised = raisedText(raisedIn, environment);
  if (raised && raisedIn !== location) where.push(failure.isCut ? ' · last frame in ' : ' · raised in ', foreign(raised));
  const head: Block = { type: 'heading', depth: 3, tone: 'cause', inlines: [`failure[${kind}] ${title}`] };
  const line = [
    paragraph(...where),
    evidence(told),
    ...(beside?.source ? [sourceSnippet(beside.source, MOST_OWN_LINES)] : statement(quotedFrame(failure))),
  ];
  const advice = isRead && shown ? [] : adviceOf([told, ...all]);
  // What is read out of the message says more than a page that it does not come from; a likely page more than what holds for a kind.
  const likely = !readsMessage(told) && guess?.isLikely ? guess : null;
  const first = likely && !failure.isCut ? [] : todo(told, environment);
  const end = endOf(told, likely !== null, environment);
  const before = [...advice, ...first];
  const room = MOST_LINES - heightOf([head, ...line, ...before, ...end]) - before.length - BLANK_LINES;
  const steps = likely ? [] : together(stepBlocks(told), room);
  const pages = likely ? guessBelow(likely, room) : together(nearOf(told), room);
  return [head, indented(tight(...line), ...before, ...steps, ...pages, tight(...end))];
}

/** Pages that come near: what is read out of a message says more, but not what is read out of a sentence. */
function nearOf(told: Told): Block[] {
  const { suggestions, ways } = told;
  if (ways.length > 0) return [paragraph('It may also be one of these:'), ...wayBlocks(ways)];
  return nearBy('A similar page, a guess: ', readsMessage(told) ? [] : suggestions);
}

/** Whether it is read out of its message; a traceback that breaks off has none. */
function readsMessage({ failure, isRead }: Told): boolean {
  return isRead && !failure.isCut;
}

/** How a page comes to be; of what is only told, what may be one has been named. */
function endOf(told: Told, isLikely: boolean, environment: Environment): Block[] {
  if (told.ways.length > 0) return [logTellsMore(environment.where)];
  if (told.failure.isCut) return [];
  const tracker: Inline = { type: 'link', text: ISSUES, href: ISSUES };
  if (isLikely) return [paragraph('If it is not this, report the line at ', tracker)];
  if (told.page) return [wholePage(told.page)];
  // It was read out of the message: whoever has it needs no more than to know that he may say so.
  if (readsMessage(told)) return [paragraph('No page describes it yet: report the line at ', tracker)];
  return [paragraph('No page describes it yet. To have it added, report this line at ', tracker), indented(report(told, environment))];
}

/** What it says, and the line that shows it. */
function todo({ failure, look, shown, isRead }: Told, { where }: Environment): Block[] {
  if (failure.isTold && !isRead) return [logTellsMore(where)];
  return [tight(paragraph(...(isRead ? [] : ['Look first: ']), ...look), ...(shown ? [indented(shown)] : []))];
}

/** What is seen next, and what is done then. */
function stepBlocks({ steps }: Told): Block[] {
  return steps.map((step) => paragraph('If ', ...step.see, ': ', ...step.do));
}

/** As many of them as there is room for. */
function together(blocks: readonly Block[], room: number): Block[] {
  const kept = fitting(blocks, room);
  return kept.length > 0 ? [tight(...kept)] : [];
}

/** What the text itself says to do: of the failure, or of another one that follows from it. */
function adviceOf(all: readonly Told[]): Block[] {
  const advising = all.find(({ failure }) => failure.advice !== null)?.failure;
  if (!advising?.advice) return [];
  return [paragraph(`The text itself says (line ${advising.line}): `, foreign(advising.advice))];
}

function evidence(told: Told): Block {
  const text = clip([failureText(told), ...told.failure.details].join('\n') as SafeText, EVIDENCE_WIDTH * EVIDENCE_LINES);
  return { type: 'snippet', code: text, language: PLAIN_TEXT, as: 'evidence' };
}

/** The frame whose statement is shown; none where that stands above already, as the last of a traceback that breaks off. */
function quotedFrame({ isCut, location, raisedIn }: Told['failure']): Location | null {
  return isCut && location === raisedIn ? null : (location ?? raisedIn);
}

/** The statement that failed, as far as the traceback quotes it. */
function statement(frame: Location | null): Block[] {
  if (!frame?.quoted) return [];
  const { file, line, quoted } = frame;
  const lines = quoted.split('\n').slice(0, MOST_OWN_LINES);
  return [sourceSnippet({ file, line, from: line, lines: lines.map((each) => neutraliseAndMask(each)) }, MOST_OWN_LINES)];
}

/** The package that raised it, with its version where the text tells it; else the file. */
function raisedText(frame: Location | null, { packages }: Environment): SafeText | null {
  if (!frame) return null;
  const path = frame.file.replaceAll('\\', '/');
  const name = /(?:site|dist)-packages\/([\w-]{1,60})/.exec(path)?.[1] ?? packageFolderOf(path);
  const version = name && packages[name.toLowerCase().replaceAll('_', '-')]?.version;
  return own(`${name ? `${name}${version ? ` ${version}` : ''}, ` : ''}${lineOf(path, fileNameOf(path), frame.line)}${withinText(frame)}`);
}

/** One line that says all that is needed; secrets are masked in all of its parts. */
function report(told: Told, environment: Environment): Block {
  const { kind, location, raisedIn } = told.failure;
  const frame = location ?? raisedIn;
  const parts = [
    `failure[${kind}] ${clip(failureText(told), REPORT_WIDTH)}`,
    ...(frame ? [locationText(frame)] : []),
    ...environmentParts(environment),
  ];
  return snippet(parts.join(' | '), PLAIN_TEXT);
}

function named(words: string, failures: readonly Told[], { moreFailures }: Diagnosis): Block[] {
  if (failures.length + moreFailures === 0) return [];
  const rows = failures
    .slice(0, MOST_NAMED)
    .map((told): Block[] => [
      paragraph(foreign(clip(failureText(told), EVIDENCE_WIDTH)), ` (${told.failure.kind}, `, foreign(lineText(told.failure)), ')'),
    ]);
  const left = failures.length - rows.length + moreFailures;
  const more = left > 0 ? [[paragraph(`${count(left, 'further line')} of other failures.`)]] : [];
  return [tight(paragraph(words), { type: 'list', start: null, items: [...rows, ...more] })];
}

/** What only passes the reason on, or says that something failed. */
function follows(failures: readonly Told[]): Block[] {
  const [first, ...others] = failures.filter(({ failure }) => failure.isConsequence);
  if (!first) return [];
  const more = others.length > 0 ? `, and ${count(others.length, 'more line')}` : '';
  const text = clip(failureText(first), EVIDENCE_WIDTH);
  return [paragraph('Follows from it: ', foreign(text), ' (', foreign(lineText(first.failure)), `)${more}.`)];
}
