/** What signatures a text shows, by itself or together with the one before it, unless it only mentions them. */
import type { LogText } from '../log/log-text.ts';
import type { Past, RecentTexts } from '../log/recent-texts.ts';
import { isExample, isHeading } from '../log/speech/mention.ts';
import type { Match, Matcher } from '../match/match.ts';
import { joined, type Passage, placeIn } from '../text/fold.ts';
import type { SafeText } from '../text/neutralise.ts';

/** A line that was wrapped hard, within a word, is at least this long. */
const WRAPPED_AT = 72;
/** A sentence that ends with its line, and one that begins with the next: no word was wrapped there. */
const SENTENCE_ENDS = /[.!?:]$/;
const SENTENCE_BEGINS = /^[A-Z]/;

/** A match, and the text that it stands in as the log has it. */
export interface Found {
  match: Match;
  text: SafeText;
  line: number;
}

/** What stands in a text alone, and what began on the text before it (wrapped text, a title and its text). */
export interface Matches {
  alone: readonly Found[];
  crossing: readonly Found[];
}

const NONE: Matches = { alone: [], crossing: [] };

/** Asks the matcher. */
export class LineMatches {
  readonly #matcher: Matcher;

  constructor(matcher: Matcher) {
    this.#matcher = matcher;
  }

  /** What a text shows behind those that were read before it. */
  of({ said, line, isCandidate, isQuoted, isRaised }: Past, before: RecentTexts): Matches {
    if (said.text === '' || (!isCandidate && !before.isCandidate) || this.isMention(said, isQuoted || isRaised, before)) return NONE;
    const context = (): string => before.joined();
    const alone = isCandidate ? this.#matcher.match(said, context).map((match) => found(match, said, line)) : [];
    return { alone, crossing: this.#crossing(said, line, before.last(), context) };
  }

  /** Whether a text only mentions an error, by itself or by what stands before it. */
  isMention(said: LogText, isQuoted: boolean, before: RecentTexts): boolean {
    if (said.isMentionAlone(isQuoted)) return before.last() !== null || !isHeading(said.text);
    return !isQuoted && isExample(said.opening, { lead: () => before.last()?.said.lead ?? null, joined: () => before.joined() });
  }

  #crossing(now: LogText, line: number, last: Past | null, context: () => string): Found[] {
    if (!last || last.said.isMentionAlone(last.isQuoted || last.isRaised)) return [];
    // What a frame and the exception below it show together is told where the exception stands, and by its line alone.
    const first = last.isQuoted ? { ...last, line } : last;
    const blank = this.#across(first, now, ' ', context);
    const isWrapped = last.said.text.length >= WRAPPED_AT && !(SENTENCE_ENDS.test(last.said.text) && SENTENCE_BEGINS.test(now.text));
    return blank.length === 0 && isWrapped ? this.#across(first, now, '', context) : blank;
  }

  /** Matches that begin on the line before and end on this one, the two joined like this. */
  #across({ said, line, isQuoted }: Past, now: LogText, glue: '' | ' ', context: () => string): Found[] {
    const matches = this.#matcher.matchAcross(said, now, glue, context);
    if (matches.length === 0) return [];
    if (isQuoted) return matches.map((match) => found({ ...match, start: 0, end: match.end - said.text.length - glue.length }, now, line));
    const both = joined(said, now, glue);
    return matches.map((match) => found(match, both, line));
  }
}

/** What was matched, where it stands in the text as the log has it. */
function found(match: Match, passage: Passage, line: number): Found {
  if (!passage.places) return { match, text: passage.shown, line };
  return { match: { ...match, start: placeIn(passage, match.start), end: placeIn(passage, match.end) }, text: passage.shown, line };
}
