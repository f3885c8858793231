/** Tells a text that speaks *about* an error (a comment, a test, documentation) from one that *is* an error. */

/** A hash begins a comment, unless a number, a long heading or what a program prints of itself ("# node: step -> …") follows. */
const COMMENT = /^(?:#(?!\d|#\[|#{1,5} .{60}| \w{2,30}: \w[^"'`]{0,60} -> \w)|\/\/|\/\*|\*\s|<!--|;;|--\s)/;
/** Statements that compare with, raise or print a message; in a traceback they are quoted source. Shaped so that prose is none. */
const STATEMENT = new RegExp(
  `^(?:[-+]\\s{1,40})?(?:${[
    '(?:if|elif|while|for|with|except|else if)\\b.{0,400}[:{](?:\\s{1,9}#.{0,200})?$',
    '(?:(?:if|catch|else if|while|switch) ?\\(|\\|\\| |&& )',
    '(?:elif|assert|throw new|async def) ',
    '(?:import|from) [\\w.]{1,80}.{0,200}\\s# ',
    '(?:return|yield|case|raise|await) (?:[fr]?["\'`({[]|\\w{1,40}[.(])',
    '(?:export )?(?:const|let|var) [\\w{[]',
    '(?:def \\w{1,80}\\(|class \\w{1,80}[(:{]|function \\w{0,80}\\()',
    '(?:print|expect|it|test|describe|assert\\.\\w{1,30}|(?:console|logger|logging|log|pytest|warnings|gr|self)\\.\\w{1,30}|with pytest\\.\\w{1,9})\\(',
    '[\\w.]{1,60}(?:, ?[\\w.]{1,60}){0,5} = (?:[fr]?["\'`].{0,400}["\'`][,;)]{0,2}$|(?:[\\w.]{0,60}[([{]){1,4}["\'`]|\\($)',
    '[\\w.:>-]{1,80}\\(.{0,600}["\'`]\\){1,4};$',
    '\\(?r["\'](?=.{6})',
    'f["\'].{0,400}["\']$',
    '["\'](?!(?:error|title|message|detail|text|data|msg|reason|log|logs|errorMessage|stage|stderr|stdout|output|body|description|traceback)["\'])[\\w.-]{1,60}["\']: ["\'].{0,400}["\'],?$',
    '[^#]{0,200}[)\\]}"\',]\\s{2,40}# ',
    '[fr]?["\'][^"\']{0,400}["\'],(?:\\s{1,9}#.{0,200})?$',
    '["\'].{0,400} ["\']$',
    '["\'`].{0,600}["\'`]\\)?;$',
  ].join('|')})`,
);
const IN_CODE =
  /["'`][^"'`]{0,200}["'`] (?:not )?in (?:str|repr|e\b|err|msg|text|log|error|output|\w{1,20}\.lower)|\.(?:includes|match|test|startsWith|contains)\(\s{0,3}["'`/]|re\.(?:search|match|compile)\(|\/[a-z]{0,4}\.(?:test|exec)\(/;
/** Without this no line is a {@link STATEMENT} or {@link IN_CODE}: cheaper to prepare than those. */
const MAYBE_STATEMENT = /^[-+|&("'a-z]|^\w{1,60} = |\s\s# |\);$/;
const MAYBE_IN_CODE = /["'`] (?:not )?in |[hstec]\(/;
/** What a quotation, a numbered listing or a log of containers puts before a line. */
const PREFIX = /^(?:> ?|\d{1,5}[:|]? {1,4}|[\w.-]{1,40} \| )(?=#|\/\/)/;
const TABLE_ROW = /^\|.{0,2000}\|.{0,2000}\|$/;
/** A row about a message: its first cell quotes it, some words long. Elsewhere a row tells what happened. */
const ROW_ABOUT =
  /^\|\s{0,9}(?:\*\*)?(?:["“«][^|\s"]{1,200}\s[^|\s"]{1,200}|["'`][^|\s"'`]{1,200}\s[^|\s"'`]{1,200}\s[^|"'`]{0,400}["'`](?:\*\*)?\s{0,9}\|)/;
/** Head of a table that explains messages. */
const EXPLAINING =
  /\b(?:symptoms?|causes?|fix(?:es)?|solutions?|meanings?|means|remed(?:y|ies)|what to do|resolutions?|explanations?|verdicts?|class of (?:message|error)s?)\b/i;
/** What stands before an example of what one may see, which may be fenced. */
const EXAMPLE_OF =
  /\b(?:if|when(?:ever)?|in case) you (?:ever |still )?(?:see|get|hit|encounter|run into|receive)\b.{0,200}(?:\bbelow\b|\bfollowing\b|:$)/i;
/** What is left of a literal that ended in a line break: the next literal goes on. */
const GOES_ON = /^["'],?$/;
const FENCE = /^`{3}[\w-]{0,20}$/;
/** The title of another page, with its address. */
const LINK = /^\[[^\]]{1,200}\]\(https?:[^)\s]{1,300}\)[.,]?$/;
/** The message of a commit, or what a release mends. */
const COMMIT =
  /^(?:[-*•] (?:Fix(?:e[ds])?|Resolved?|Prevent(?:s|ed)?|Correct(?:s|ed)?) (?!by\b|with\b)|(?:[-*•] )?(?:fix|feat|chore|docs|perf|refactor|test|tests|ci|build|style|revert)(?:\([\w./-]{1,40}\))?!?: )/;
/** An item of a list that explains what it quotes or prints bold; "**Error:** …" tells what happened. */
const LISTED =
  /^(?:[-*•]|\d{1,2}[.)]) {1,4}(?:(?:\*\*)?(?:`(?!\w{1,30}=)[^`]{1,300}`|"[^"]{1,300}"|“[^”]{1,300}”|'[^']{1,300}')(?:\*\*)?\s{0,3}(?:[:=,;–—→-]|\(|$)|\*\*(?!(?:\w{1,20} )?(?:err(?:eu|o)?rs?|erro|errore|fehler(?:meldung)?|exceptions?|excepci[oó]n|exce[cç][aã]o|messages?|mensaje|mensagem|logs?|results?|status|observed|actual|output|evidence|traceback)\b|ошибка|현상|원인|오류|错误|报错|现象|エラー|現象)[^*]{1,300}(?:\*\*\s{0,3}[:–—-]|[:：]\*\*)|\[[^\]]{1,200}\]\(#)/i;
/** A file of an installed package: such a line was printed where it happened, even as an item of a list. */
const PRINTED_PATH = /[\\/](?:site|dist)-packages[\\/]/;
/** A traceback whose lines were joined: the statement that raised, and then what it raised. */
const JOINED_RAISE = /^raise [\w.]{1,80}\(.{0,400}?[\s)]\w{1,60}(?:Error|Exception|Warning|Interrupt): /;
/**
 * Sentences of documentation: what one may see, what causes or avoids a quoted message, what it means; an address that a message ends in,
 * and "if you see this error,", "you may get this error by" or "This error indicates" behind a message are words of the program itself.
 * Each with words of which one must stand in the line, in small letters: preparing all these expressions takes longer than reading a short log.
 */
const ABOUT: [words: string[], expression: RegExp][] = [
  [
    [' you ', ' user', ' visitor', ' they ', ' someone '],
    /\b(?:if|when(?:ever)?|in case|once) (?:you|users?|visitors?|they|someone) (?:ever |still |then )?(?:see|sees|gets?|hits?|encounters?|runs? into|receives?)\b(?! this (?:error|exception|message|warning)[,.])/i,
  ],
  [
    ['may', 'might', 'will', 'would', 'could', 'can', 'should'].map((word) => ` ${word} `),
    /\b(?:you|users?|visitors?|they|callers?) (?:may|might|will|would|could|can|should) (?:also |then |now |no longer )?(?:see|get|hit|meet|encounter|receive)\b(?! this (?:error|exception|message|warning)\b)/i,
  ],
  [
    ['raised ', 'thrown ', 'returned ', 'shown ', 'emitted '],
    /\b(?:is|are|gets?|be) (?:raised|thrown|returned|shown|emitted) (?:when|if|by|for|with)\b/i,
  ],
  [[' be '], /\b(?:may|might|could|can|will) be (?:cancel+ed|raised|thrown|refused|rejected|stopped)\b/i],
  [[' means', ' indicates'], /(?<!(?:Error|Exception): .{1,300}\. This )\b(?:error|message|exception|warning|it) (?:means|indicates)\b/i],
  [
    [...'"\'`“«‘'].map((quote) => ` ${quote}`),
    /\b(?:avoids?|avoiding|prevents?|preventing|causes?|causing|fix(?:es|ed)?|handles?|catch(?:es)?|detects?|triggers?|evita[rn]?|éviter?|vermeidet?)(?: the| an?| el| la| los?)?(?: error| message| exception)? ["'`“«‘]/i,
  ],
  [['retry', 'retries'], /\bretr(?:y|ies)\b.{0,40} on ["'`“«‘]/i],
  [
    [' bedeute', ' significa', ' signifie'],
    /(?:meldung|fehler|mensaje|mensagem|erro\b|erreur|message).{0,160}\b(?:bedeute[nt]|significan?|signifie(?:nt)?)\b/i,
  ],
  [['」の'], /」の(?:エラー|メッセージ)(?:について|になった場合|が出た(?:場合|とき|ら)|の場合)/],
  [['no longer ', 'never '], /\b(?:no longer|never) (?:raises?|throws?|fails? with)\b/i],
  [['known '], /\bknown (?:issue|error|limitation)s?\b/i],
  [['troubleshooting', 'changelog'], /(?<![/.])\b(?:troubleshooting|changelog)\b(?![/.#])/i],
];

/** How a report may begin: with the exception as its heading. Below other lines it is a comment of a program. */
const HEADING = /^#{1,3} (?:\[\w{1,20}\]:? )?(?:\w{1,40}\.){0,6}\w{2,60}(?:Error|Exception): \S/;

/** Whether a text is such a heading. */
export function isHeading(text: string): boolean {
  return HEADING.test(text);
}

/** How lines of Python and JavaScript begin that no log has. */
const OF_SOURCE =
  /^(?:def \w|class \w|async def |@\w|import \w|from \S{1,80} import|"""|return\b|raise \w|elif |else:|try:|except\b|with .{1,200}:$|for .{1,200}:$|if .{1,200}:$|self\.\w|(?:const|let|var|function|export|throw) |[A-Z]\w{1,60}\($|\}|\)[,;]?$|\][,;]?$)/;

/** Whether a line is a statement of a program, as far as its beginning tells. */
export function isStatement(text: string): boolean {
  return OF_SOURCE.test(text);
}

/** What a line may be an example of, by how it begins: a row of a table (about a message, as it says), an argument, anything. */
export type Opening = 'row' | 'row about' | 'string' | 'other';

/** How a line begins. */
export function openingOf(text: string): Opening {
  const line = wordsOf(text);
  if (TABLE_ROW.test(line)) return ROW_ABOUT.test(line) ? 'row about' : 'row';
  return /^[fr]?["'`]/.test(line) ? 'string' : 'other';
}

/** Whether an example may follow a line. */
export interface Lead {
  opensCall: boolean;
  isFence: boolean;
  announces: boolean;
}

/** How a line leads to the next one. */
export function leadOf(text: string): Lead {
  return { opensCall: text.endsWith('(') || GOES_ON.test(text), isFence: FENCE.test(text), announces: EXAMPLE_OF.test(text) };
}

/** The texts before a line: how the last one that is not blank leads to it, and all that are still known. */
export interface Before {
  lead: () => Lead | null;
  joined: () => string;
}

/**
 * Whether this line only mentions an error, by itself, whatever stands before it. `isQuotedSource` says that it stands in a traceback,
 * where statements are source that Python itself quotes: they count, unless they compare.
 */
export function isMentionAlone(text: string, isQuotedSource: boolean): boolean {
  if (isOfProgram(text, isQuotedSource)) return true;
  const line = wordsOf(text);
  return !isQuotedSource && (LINK.test(line) || COMMIT.test(line) || (LISTED.test(line) && !PRINTED_PATH.test(line)) || isAbout(line));
}

/** Whether this line is a comment or a statement of a program that is shown. */
export function isOfProgram(text: string, isQuotedSource: boolean): boolean {
  const line = wordsOf(text);
  if ((MAYBE_IN_CODE.test(line) && IN_CODE.test(line)) || COMMENT.test(line)) return true;
  return !isQuotedSource && MAYBE_STATEMENT.test(line) && STATEMENT.test(line) && !JOINED_RAISE.test(line);
}

function wordsOf(text: string): string {
  return text.trimStart().replace(PREFIX, '');
}

/** A row of a table of messages, an argument of a call that is being written, or what "if you see" shows. */
export function isExample(opening: Opening, before: Before): boolean {
  if (opening === 'row about') return true;
  if (opening === 'row') return EXPLAINING.test(headOf(before.joined().split('\n')));
  const lead = before.lead();
  if (!lead) return false;
  if (opening === 'string') return lead.opensCall;
  if (!lead.isFence) return lead.announces;
  const sentence = before
    .joined()
    .split('\n')
    .findLast((each) => each !== '' && !FENCE.test(each));
  return EXAMPLE_OF.test(sentence ?? '');
}

/** The first row of the table that the last of these texts stands in. */
function headOf(texts: string[]): string {
  const above = texts.findLastIndex((text) => !text.startsWith('|'));
  return texts[above + 1] ?? '';
}

function isAbout(line: string): boolean {
  const lower = line.toLowerCase();
  return ABOUT.some(([words, expression]) => words.some((word) => lower.includes(word)) && expression.test(line));
}
