/** Tells a text that speaks *about* an error (a comment, a test, documentation) from one that *is* an error. */

const COMMENT = /^(?:#(?!\d|#\[)|\/\/|\/\*|\*\s|<!--|;;|--\s)/;
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
    '(?:print|expect|it|test|describe|(?:console|logger|logging|log|pytest|warnings|gr|self)\\.\\w{1,30}|with pytest\\.\\w{1,9})\\(',
    '\\w{1,60} = (?:[fr]?["\'`].{0,400}["\'`][,;)]{0,2}$|[\\w.]{0,60}[([{]["\'`]|\\($)',
    '\\(?r["\'](?=.{6})',
    'f["\'].{0,400}["\']$',
    '["\'](?!(?:error|title|message|detail|text|data|msg|reason|log|logs|errorMessage|stderr|stdout|output|body|description|traceback)["\'])[\\w.-]{1,60}["\']: ["\'].{0,400}["\'],?$',
    '[^#]{0,200}[)\\]}"\',]\\s{2,9}# ',
    '[fr]?["\'][^"\']{0,400}["\'],(?:\\s{1,9}#.{0,200})?$',
    '["\'].{0,400} ["\']$',
  ].join('|')})`,
);
const IN_CODE =
  /["'`][^"'`]{0,200}["'`] (?:not )?in (?:str|repr|e\b|err|msg|text|log|error|output|\w{1,20}\.lower)|\.(?:includes|match|test|startsWith|contains)\(\s{0,3}["'`/]|re\.(?:search|match|compile)\(|\/[a-z]{0,4}\.(?:test|exec)\(/;
/** Without this no line is a {@link STATEMENT} or {@link IN_CODE}: cheaper to prepare than those. */
const MAYBE_STATEMENT = /^[-+|&("'a-z]|^\w{1,60} = |\s\s# /;
const MAYBE_IN_CODE = /["'`] (?:not )?in |[hstec]\(/;
/** What a quotation, a numbered listing or a log of containers puts before a line. */
const PREFIX = /^(?:> ?|\d{1,5}[:|]? {1,4}|[\w.-]{1,40} \| )(?=#|\/\/)/;
const TABLE_ROW = /^\|.{0,2000}\|.{0,2000}\|$/;
const COMMIT = /^(?:[-*•] )?(?:fix|feat|chore|docs|perf|refactor|test|tests|ci|build|style|revert)(?:\([\w./-]{1,40}\))?!?: /;
const LISTED = /^(?:[-*•]|\d{1,2}[.)]) {1,4}(?:\*\*|`|"|“|')/;
/**
 * Sentences of documentation: what one may see, what causes or avoids a quoted message, what it means. Each with words of which one
 * must stand in the line, in small letters: preparing all these expressions takes longer than reading a short log.
 */
const ABOUT: [words: string[], expression: RegExp][] = [
  [
    [' you ', ' user', ' visitor', ' they ', ' someone '],
    /\b(?:if|when(?:ever)?|in case|once) (?:you|users?|visitors?|they|someone) (?:ever |still |then )?(?:see|sees|gets?|hits?|encounters?|runs? into|receives?)\b/i,
  ],
  [
    ['may', 'might', 'will', 'would', 'could', 'can', 'should'].map((word) => ` ${word} `),
    /\b(?:you|users?|visitors?|they|callers?) (?:may|might|will|would|could|can|should) (?:also |then |now |no longer )?(?:see|get|hit|encounter|receive)\b/i,
  ],
  [
    ['raised ', 'thrown ', 'returned ', 'shown ', 'emitted '],
    /\b(?:is|are|gets?|be) (?:raised|thrown|returned|shown|emitted) (?:when|if|by|for|with)\b/i,
  ],
  [[' be '], /\b(?:may|might|could|can|will) be (?:cancel+ed|raised|thrown|refused|rejected|stopped)\b/i],
  [[' means', ' indicates'], /\b(?:error|message|exception|warning|it) (?:means|indicates)\b/i],
  [
    [...'"\'`“«‘'].map((quote) => ` ${quote}`),
    /\b(?:avoids?|avoiding|prevents?|preventing|causes?|causing|fix(?:es|ed)?|handles?|catch(?:es)?|detects?|triggers?|retry(?: once)? on|evita[rn]?|éviter?|vermeidet?)(?: the| an?| el| la| los?)?(?: error| message| exception)? ["'`“«‘]/i,
  ],
  [['no longer ', 'never '], /\b(?:no longer|never) (?:raises?|throws?|fails? with)\b/i],
  [['known '], /\bknown (?:issue|error|limitation)s?\b/i],
  [['troubleshooting', 'changelog'], /\b(?:troubleshooting|changelog)\b/i],
];

/**
 * Whether this line only mentions an error. `isQuotedSource` says that it stands in a traceback, where statements are source
 * that Python itself quotes: they count, unless they compare.
 */
export function isMention(text: string, isQuotedSource: boolean): boolean {
  const line = text.trimStart().replace(PREFIX, '');
  if (MAYBE_IN_CODE.test(line) && IN_CODE.test(line)) return true;
  if (COMMENT.test(line)) return true;
  if (isQuotedSource) return false;
  return (
    (MAYBE_STATEMENT.test(line) && STATEMENT.test(line)) || TABLE_ROW.test(line) || COMMIT.test(line) || LISTED.test(line) || isAbout(line)
  );
}

function isAbout(line: string): boolean {
  const lower = line.toLowerCase();
  return ABOUT.some(([words, expression]) => words.some((word) => lower.includes(word)) && expression.test(line));
}
