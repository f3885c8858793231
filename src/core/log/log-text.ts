/** The texts of a line of a log, with what each says by itself: found out once, for logs repeat their lines. */
import type { Known, Searched } from '../match/match.ts';
import { fold, type Passage, partOf } from '../text/fold.ts';
import { neutralise, type SafeText } from '../text/neutralise.ts';
import { bareOf, type Level } from './prefix.ts';
import { isMentionAlone, isStatement, type Lead, leadOf, type Opening, openingOf } from './speech/mention.ts';
import { TracebackLine } from './traceback/traceback-line.ts';
import { unwrap } from './unwrap.ts';

/** Before the title of an issue that was copied whole; further down such a line is a comment. */
const TITLE_MARK = /^#{1,6} (?=.{0,300}\b\w{2,60}(?:Error|Exception): \S)/;

/** A text, without what stands before its words and blanks around them. */
export class LogText implements Passage, Searched {
  readonly text: SafeText;
  readonly shown: SafeText;
  readonly places: readonly number[] | null;
  /** Which of several processes wrote it; empty where only one writes. */
  readonly stream: string;
  readonly level: Level | null;
  /** The same with its indentation. */
  readonly line: TracebackLine;
  /** With the name of what wrote it. */
  readonly told: Searched;
  looked: Known | undefined;
  #isMentionAlone: boolean | undefined;
  #isMentionAloneInSource: boolean | undefined;
  #isStatement: boolean | undefined;
  #opening: Opening | undefined;
  #lead: Lead | undefined;

  /** @param isTitle it may be the title of an issue. */
  constructor(whole: SafeText, isTitle = false) {
    const folded = fold(whole);
    const { text, stream, level } = bareOf(folded.text);
    const part = partOf(folded, (isTitle ? text.replace(TITLE_MARK, '') : text).trim());
    this.text = part.text;
    this.shown = part.shown;
    this.places = part.places;
    this.stream = stream;
    this.level = level;
    this.line = new TracebackLine(text, folded.places ? bareOf(whole).text : text);
    this.told = stream === '' ? this : { text: `${stream} ${this.text}` };
    this.looked = undefined;
  }

  /** Whether by itself it only mentions an error; `isQuotedSource`: it stands in a traceback. */
  isMentionAlone(isQuotedSource: boolean): boolean {
    if (isQuotedSource) {
      this.#isMentionAloneInSource ??= isMentionAlone(this.text, true);
      return this.#isMentionAloneInSource;
    }
    this.#isMentionAlone ??= isMentionAlone(this.text, false);
    return this.#isMentionAlone;
  }

  /** How it begins, as far as it may be an example. */
  get opening(): Opening {
    this.#opening ??= openingOf(this.text);
    return this.#opening;
  }

  /** How it leads to the next text. */
  get lead(): Lead {
    this.#lead ??= leadOf(this.text);
    return this.#lead;
  }

  /** Whether it is a statement of a program. */
  get isStatement(): boolean {
    this.#isStatement ??= isStatement(this.text);
    return this.#isStatement;
  }
}

/** A line, opened. */
export interface OpenLine {
  texts: readonly LogText[];
  /** Of an event of a log: its time stamp, and what it says. */
  event: { timestamp: string; text: string } | null;
  /** How serious a line of JSON says that it is. */
  level: Level | null;
}

/** Opens a line as the log has it; `isFirst`: nothing stands before it in its file. */
export function openLine(raw: string, isFirst = false): OpenLine {
  const { texts, timestamp, level = null } = unwrap(neutralise(raw));
  return {
    texts: texts.map((text, index) => new LogText(neutralise(text), isFirst && index === 0)),
    event: timestamp === undefined ? null : { timestamp, text: texts.join('\n') },
    level,
  };
}
