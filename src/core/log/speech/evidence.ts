/** Weighs whether a short text tells of an error that happened, or only speaks of errors: its lines are counted for either. */
import { happenedIn, isFailedTry, isOfForm, isOfOneself, isOnRecord, printedKindOf, taughtIn } from './voice.ts';

/** The title of a part of a page; ComfyUI prints such of what it loads. A single hash begins a comment as well: only above everything else it is a title. */
const TITLE =
  /^#{2,6} (?!Loading: )\S|^<summary>|^(?:[-*] )?\*\*[^*]{3,160}\*\*:?$|^(?:Causes?|Solutions?|Fix(?:es)?|Troubleshooting|Symptoms?|Resolutions?|Workarounds?):?$/i;
/** A line that is underlined is a title as well; dashes are printed below others, too. */
const UNDERLINED = /^(.{1,200})\n[=~^]{6,200}$/gm;
const FIRST_TITLE = /^# [^a-z\s]|^(?:[Ww]hat (?:does|is|are|Does|Is)|[Hh]ow [Tt]o|[Ww]hy (?:do|does|is|Do|Does|Is))\b/;
/** A question as the title of all is not answered yet. */
const QUESTION = /^# .{1,300}[?？؟]$/;
/** The message of a commit says what is better now. */
const COMMIT =
  /^(?:(?:fix|feat|chore|docs|perf|refactor|tests?|ci|build|style|revert)(?:\([\w./ -]{1,40}\))?!?: |(?:Fix|Fixes|Add|Update|Remove|Bump|Pin|Handle|Support|Drop|Refactor|Improve|Make|Skip|Use|Replace|Move|Allow|Avoid|Revert|Enable|Disable|Prevent|Ensure|CI:)\b(?!.{0,90}[?:]).{0,90}$|.{5,120} \(#\d{1,6}\)$)/;
/** What heads the changes of a release, and the kinds of them. */
const RELEASE =
  /^#{1,4} (?:\[?v?\d{1,4}\.\d{1,4}(?:\.\d{1,4})?\]?.{0,12}\d{4}-\d\d-\d\d|(?:Added|Changed|Deprecated|Removed|Fixed|Security)$)/;
/** How a commit ends. */
const TRAILER = /^(?:Co-authored-by|Signed-off-by): /i;
/** What a change does, a wish for another message, or an error that readers may meet. */
const CHANGES =
  /\bthis (?:PR|pull request|commit|patch) (?:only |also |now )?(?:adds|fixes|makes|prints|raises|shows|removes|changes|improves|handles)\b|\bwould(?:n['’]t)? it (?:be|make) .{1,40} to (?:add|raise|show|print|return|include|mention)\b.{0,60}(?:note|message|error|hint|warning|exception)/i;
const FORESEES =
  /\byou(?:['’]ll| will| may| might) (?:see|get|encounter|receive) (?:an?|the|this) (?:[\w-]{1,20} ){0,3}(?:error|message|exception|warning)\b/i;
const FENCE = /^(?:`{3}|~{3})/;
const BARE_FENCE = /^(?:`{3}|~{3})$/;
const FENCE_OF_SOURCE = /^.{3}(?:python|py|bash|sh|shell|powershell|toml|ya?ml|ts|tsx|js|dockerfile|diff|ini|batch)\b/i;
/** CMake puts the sign of a comment before all that it does. */
const COMMENT = /^(?:# |\/\/|\/\*|\*\/|\* |<!--|-- (?!The |Detecting |Check|Found |Performing |Looking |Could |Configuring |Building ))/;
/** A docstring, a section of it, or a part of a change. */
const DOCSTRING = /^[rbf]{0,2}"""|"""$|^(?:Args|Returns|Raises|Yields|Parameters|Attributes|Examples?|Notes?|Usage):$/;
const CHANGE = /^[-+]\s{2,40}\S|^@@ /;
const STATEMENT =
  /^(?:>>> |[^"]{1,300}"\){1,3};?$|[([{]$|\w{1,60}(?:Error|Exception)\(.{1,300}\),$|[([{].{0,300}["'].{0,300}[,)\]}]$|def \w|class \w{1,80}[(:]|async def |@\w[\w.]{1,60}(?:\(|$)|import \w[\w., ]{0,80}$|from \S{1,80} import|return\b|raise \w|elif |else:|try:|except\b.{0,80}:$|(?:with|for|if|while) .{1,200}:$|self\.\w|(?:export )?(?:const|let|var|function|async function|pub|fn) |throw new |assert |\}[,;)]{0,3}$|[\])]{1,4}[,;:]{0,2}$|[\w.]{1,60}(?:\[[^\]]{0,40}\])?(?:: ?[\w[\], |.]{1,60})? [+|]?= \S|f?["'`].{0,400}["'`],$|\(r?["'].{1,200}["'],.{0,200}\),?$|(?:print|logger|expect|it|test|describe|pytest|gr)[.(]|\{ ?\w{1,30}: .{1,300}\},?$|["'][\w.-]{1,60}["']: .{1,400}[,{[]$|(?:if|for|while|switch|catch|\} else if) ?\()/;
/** An item, a row, code or bold words within a sentence. */
const ITEM = /^(?:[-*•+] |\d{1,2}[.)] |\|)/;
const MARKED = /(?:^|[\s(])`[^`]{2,200}`|\*\*[^*]{2,80}\*\*/;
const EXPLAINING_ROW =
  /^\|.{0,200}\b(?:symptoms?|causes?|fix(?:es)?|solutions?|meanings?|means|remed(?:y|ies)|resolutions?|pros|cons)\b.{0,200}\|$/i;
/** The date of a release. */
const DATE = /^[-*] \d{4}-\d\d-\d\d:?$/;
const QUOTED_LINE = /^(?:> ?){1,3}/;

/** What each kind of line weighs. A frame stands only where a program was; whole source and commits tell of no event. */
const WEIGHT = { frame: 9, form: 2, prompt: 2, printed: 1, begins: 2, record: 2, note: 3, docstring: 2, commit: 3, foreseen: 3, source: 3 };
/** Fewer statements may be an excerpt in a report. */
const SOME_STATEMENTS = 3;

/** The evidence of a text, collected line by line. */
class Evidence {
  readonly #shownAt: number | null;
  teaches = 0;
  happened = 0;
  /** Marks that only somebody who writes a page, or source, puts there: a program that gives advice has none of them. */
  marks = 0;
  readonly #said: string[] = [];
  readonly #titles: string[] = [];
  #lines = 0;
  #printed = 0;
  #comments = 0;
  #statements = 0;
  /** Whether the title of all asks, or speaks of oneself. */
  #asksFirst = false;
  #fence: 'source' | 'output' | null = null;
  /** Whether the text begins with a sentence: source below it is only shown. */
  #beginsSaid = false;
  /** The last line that is no source, and that of the last statement. */
  #saidLast = 0;
  #statedLast = 0;
  /** The lines below an exception are of its message, till a blank one. */
  #isInMessage = false;

  /** @param shownAt the first line with an error, outside of quotations; `isCut`: it begins within a block of code. */
  constructor(shownAt: number | null, isCut: boolean) {
    this.#shownAt = shownAt;
    this.#fence = isCut ? 'output' : null;
  }

  take(line: string): void {
    if (line === '') {
      this.#isInMessage = false;
      return;
    }
    this.#lines++;
    if (FENCE.test(line)) this.#turn(line);
    else this.#read(line);
  }

  #turn(line: string): void {
    this.marks++;
    this.#isInMessage = false;
    if (this.#fence !== null) this.#fence = null;
    else this.#fence = FENCE_OF_SOURCE.test(line) ? 'source' : 'output';
    if (this.#fence === 'source') this.teaches++;
  }

  #read(line: string): void {
    const isFirst = this.#lines === 1;
    const kind = printedKindOf(line);
    if (this.#fence === 'source' && kind !== 'frame') return;
    if (isOfForm(line)) this.happened += WEIGHT.form;
    else if (TITLE.test(line) || (isFirst && FIRST_TITLE.test(line))) this.#title(line, isFirst);
    else if (kind !== null && !(kind === 'raised' && STATEMENT.test(line))) this.#print(kind, isFirst);
    else if (this.#fence === null) this.#write(line, isFirst);
  }

  #title(line: string, isFirst: boolean): void {
    this.#isInMessage = false;
    this.marks++;
    this.#titles.push(line);
    if (RELEASE.test(line)) this.teaches += WEIGHT.commit;
    this.#asksFirst ||= isFirst && (QUESTION.test(line) || isOfOneself(line));
  }

  #print(kind: 'frame' | 'prompt' | 'printed' | 'raised', isFirst: boolean): void {
    this.#printed++;
    this.#isInMessage = true;
    if (kind !== 'raised') this.happened += WEIGHT[kind];
    if (isFirst && kind !== 'frame') this.happened += WEIGHT.begins;
  }

  #write(line: string, isFirst: boolean): void {
    if (COMMENT.test(line)) this.#comments++;
    else if (DOCSTRING.test(line)) this.#mark(WEIGHT.docstring);
    else if (CHANGE.test(line)) this.#mark(1);
    else if (STATEMENT.test(line)) this.#state();
    else if (CHANGES.test(line) || TRAILER.test(line) || (isFirst && COMMIT.test(line))) this.#mark(WEIGHT.commit);
    else this.#say(line, isFirst);
  }

  #state(): void {
    this.#statements++;
    this.#statedLast = this.#lines;
  }

  #mark(weight: number): void {
    this.marks++;
    this.teaches += weight;
  }

  #say(line: string, isFirst: boolean): void {
    this.#beginsSaid ||= isFirst;
    this.#saidLast = this.#lines;
    if (ITEM.test(line)) this.#isInMessage = false;
    else if (isFirst && this.#shownAt === 1) this.#begin();
    if (this.#isInMessage || DATE.test(line)) return;
    // Programs mark names in their messages as well.
    if (ITEM.test(line) || (this.#shownAt === null && MARKED.test(line))) this.marks++;
    if (EXPLAINING_ROW.test(line)) this.teaches++;
    if (FORESEES.test(line)) this.#mark(WEIGHT.foreseen);
    this.#said.push(line);
  }

  /** The first line is the error: what stands below it, till a blank line, is of its message. */
  #begin(): void {
    this.happened += WEIGHT.begins;
    this.#isInMessage = true;
  }

  /** What was said is weighed last: nobody needs to where no mark shows that somebody wrote it. */
  #weigh(line: string): void {
    const happened = happenedIn(line) + (isOnRecord(line) ? WEIGHT.record : 0);
    this.happened += happened;
    if (happened === 0) this.teaches += taughtIn(line);
  }

  /** Ends the text, which may be `isOnOneException`: what shows only in the whole of it is source in which nothing was printed, and what was said. */
  end(isOnOneException: boolean): void {
    this.#judgeSource();
    if (this.marks === 0) return;
    for (const line of this.#said) this.#weigh(line);
    for (const title of this.#asksFirst ? this.#titles.slice(1) : this.#titles) {
      if (isFailedTry(title)) this.happened += WEIGHT.record;
      this.teaches += 1 + taughtIn(title) / 2;
    }
    if (isOnOneException && this.#titles.length === 1) this.happened += WEIGHT.note;
  }

  #judgeSource(): void {
    if (this.#comments + this.#statements > 1) this.marks++;
    this.teaches += this.#comments;
    if (this.#printed > 0 || this.#showsBelowSource()) return;
    if (!this.#beginsSaid && this.#statements > 1 && this.#statements * 2 >= this.#lines) this.#mark(WEIGHT.source);
    else if (this.#statements >= SOME_STATEMENTS) this.teaches++;
  }

  /** Who asks pastes the source, and below it what it printed. */
  #showsBelowSource(): boolean {
    return this.#shownAt !== null && this.#saidLast > this.#statedLast;
  }
}

/** A traceback of which only the last statement was copied. */
const CUT_FRAME = /^\s{0,12}(?:raise |return |[\w.]{3,120}\().{0,300}\n(?:[\s~^]{1,300}\n)?[\w.]{1,80}(?:Error|Exception): /;
/** A collection of errors. */
const COLLECTION = /\b(?:troubleshooting|FAQ|common (?:issues|errors|problems))\b/i;
const EXCEPTION = /^[\w.]{1,80}(?:Error|Exception): /m;

/**
 * Whether a short text only speaks of errors: it is written, as a page or as source, and more of its lines teach than tell what happened.
 * `shownAt` is the first line with an error outside of quotations, null where there is none; else one line that teaches is not enough. One
 * note on one exception is read by whoever has the exception.
 */
export function isOnlyAbout(text: string, shownAt: number | null): boolean {
  const lines = text
    .replace(UNDERLINED, '## $1')
    .replaceAll('<summary>\n', '<summary>')
    .split('\n')
    .map((line) => line.trim().replace(QUOTED_LINE, ''));
  const fences = lines.filter((line) => FENCE.test(line));
  // A fence above everything else opens a block, and what was cut off is its end.
  const isCut = fences.length % 2 === 1 && BARE_FENCE.test(fences[0] as string) && fences[0] !== lines.find((line) => line !== '');
  const evidence = new Evidence(shownAt, isCut);
  if (CUT_FRAME.test(text)) evidence.happened += WEIGHT.frame;
  for (const line of lines) evidence.take(line);
  evidence.end(EXCEPTION.test(text) && !COLLECTION.test(text));
  return evidence.marks > 0 && evidence.teaches > (shownAt === null ? 0 : 1) && evidence.teaches > evidence.happened;
}
