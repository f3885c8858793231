/** Tells what somebody says in their own words from what a program printed. */
import { isStatement } from './mention.ts';

/** Who asks speaks of themselves, asks, or says what does not work. */
const ASKS =
  /\b(?:I|I'm|I've|my|we|our|me)\b|[?？؟]|\b(?:does not|did not|do not|cannot|\w{2,6}n['’]t|never|fail(?:s|ed|ing|ure)?|hangs?|stuck|wrong|broken|breaks?|crash(?:es|ed|ing)?|stop(?:s|ped)|abort(?:s|ed)|kill(?:s|ed)|refuse[sd]|reject(?:s|ed)|complain(?:s|ed)|throws|blocked|missing|invalid|lacks?|exceed(?:s|ed)|exhaust(?:s|ed)|time[sd]? ?out|dies|died|unreachable|why|how|\w{0,40}error(?:s|ed)?|\w{0,40}exception|incompatib\w{0,6})\b|我|请问|怎么|为什么|错误|失败|报错|无法|不能|錯誤|失敗|오류|실패|발생|깨진|에러|중단|안 |않|エラー|拒否|\b(?:ich|mein\w{0,2}|warum|nicht|kein\w{0,2}|Fehler|je|pourquoi|pas|mon|erreur|échoue|yo|mi|por qué|falla|eu|meu|porque|não|erro|falha|gagal|nie|hata)\b|です|ません|не |почему|ошибк|مشكلة|خطأ/i;
/** No program speaks of itself, or asks. */
const OWN = /\p{L} (?:I|I'm|I've|my) \p{L}|^(?:I|My) \p{L}|\p{L}{2} \p{L}{1,30}\?$/u;
/** Some words in a row, as in a sentence; or as many characters of a writing without blanks. */
const SENTENCE = /(?:[\p{L}'’-]{1,30}[,;:]? ){4}[\p{L}'’-]{1,30}/u;
const UNSPACED = /[\u3040-\u30ff\u4e00-\u9fff\uac00-\ud7af]/g;
const SENTENCE_UNSPACED = 6;
/** Bold words and code stand for one word; with another beside it somebody wrote both. */
const MARKED = /\*\*[^*]{2,80}\*\*|`[^`]{1,200}`/g;
const BESIDE_MARKED = /\p{L}{2} marked|marked \p{L}{2}/u;
/** Marks of a list, a table or a title before words: notes have them. */
const NOTE = /^(?:(?:[-*+•>|]|#{1,6}|\d{1,2}[.)])\s{1,4}){0,3}(?=[\p{L}\p{N}"'“`([])/u;
/** What begins like this was printed by a program, or is source. */
const PRINTED =
  /^(?:\d{1,4}[-:/.]\d|\[|INFO|WARN|DEBUG|ERROR|Traceback |File "|[\w.]{1,80}\(|[\w.]{1,80}(?:Error|Exception|Warning)\b|\{|<|[*=#|/\\%-]|\S{1,60}:\s{2}|\d{1,3}%|Running on |To create |During handling of |The above exception |Examining the path )/;

/** The log of a Space whose app came up: sentences in it are warnings of libraries, unless somebody says I or asks. */
const RUNS = /^\s{0,9}={5} Application Startup at [\s\S]{0,8000}^\* Running on local URL/m;

/** Code and output that somebody shows. */
const FENCED = /^`{3}[\s\S]{0,8000}?^`{3}/gm;
/** The title of a section, as forms have it. */
const SECTION = /^#{1,6} /;

/** A text without the blocks of code and output in it. */
export function withoutCode(text: string): string {
  return text.replace(FENCED, '');
}

/**
 * Whether a short text holds, besides the code that it shows, sentences of somebody: they are more than half of it; or a quarter or its
 * beginning, and something in it asks or says what does not work. Titles that are no sentences do not count.
 */
export function isProse(text: string): boolean {
  const own = withoutCode(text);
  const lines = (own.trim() === '' ? text : own)
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => ({ line, words: line.trim().replace(MARKED, 'marked').replace(NOTE, '') }))
    .filter(({ line, words }) => isSentence(words) || !SECTION.test(line));
  const said = lines.filter(({ words }) => OWN.test(words) || !PRINTED.test(words));
  if (RUNS.test(text) && !said.some(({ words }) => OWN.test(words))) return false;
  const sentences = said.filter(({ words }) => isSentence(words));
  if (sentences.length * 2 > lines.length) return true;
  const isTold = sentences.length * 4 >= lines.length || sentences[0] === lines[0];
  return isTold && said.some(({ line }) => ASKS.test(line));
}

function isSentence(words: string): boolean {
  return [OWN, SENTENCE, BESIDE_MARKED].some((form) => form.test(words)) || (words.match(UNSPACED)?.length ?? 0) >= SENTENCE_UNSPACED;
}

/** A bullet, a quotation or a number before the words. */
const ITEM = /^\s{0,12}(?:[-*•>#]{1,4} |\d{1,2}[.)] ){0,2}/;
/** What an exception, a command or a frame begins like. */
const RAISED = /^(?:[\w.]{1,80}(?:Error|Exception|Warning)\b|File "|Traceback |\$ |>>> |Collecting |Requirement already )/;

/** Chinese and Japanese put no blanks between their words. */
const WIDE = /[\u3040-\u30ff\u4e00-\u9fff]{4}/;

/** Whether a line may be words of somebody, in a list or not: nothing that a program printed, and no source. */
export function isOwnWords(text: string): boolean {
  const line = text.replace(ITEM, '');
  return (line.includes(' ') || WIDE.test(line)) && !PRINTED.test(line) && !RAISED.test(line) && !isStatement(line);
}

/** What a program prints while all is well: how an app starts, how far a download is. */
const ROUTINE =
  /^\s{0,9}(?:\* )?(?:Running on |To create a public link|ZeroGPU tensors packing|Attempted to select a non)|\bINFO\b|\d{1,3}%\|/;

/** A text without the lines that are no symptom. */
export function withoutRoutine(text: string): string {
  return text
    .split('\n')
    .filter((line) => !ROUTINE.test(line))
    .join('\n');
}

/** How a page, a change or a note begins: with a title. */
const TITLE = /^(?:#{1,4} \S|\*\*[^*]{3,120}\*\*$|\S.{1,120}\n={4,130}$)/m;
/** Somebody has it: says I, asks, or fills in the form of a report. */
const REPORTED =
  /\b(?:I|I'm|I've|my|me|we (?:are (?:planning|trying|using|running|getting|seeing|facing)|tried|got|deployed|encountered))\b|(?<!\()[?？]|\b(?:steps to reproduce|describe the bug|reproduction|expected behaviou?r|actual behaviou?r|system info|attempt \d|root cause analysis|post-?mortem|incident)\b|\*\*Commit:|现象|現象|현상|증상|발생|症状|発生|❌|[Ss]tatus: [45]\d\d|我|请问|怎么|\b(?:ich|mein\w{0,2}|je|j'ai|mon|yo|mi|eu|meu)\b/i;

/** A line of the form in which bugs are reported. */
const FORM = /^[-*] (?:\*\*)?(?:OS|Operating system|GPU|Driver|Browser|Python(?: version)?)(?:\*\*)?:/im;
/** A title by which somebody complains; one of help names what it helps with. */
const COMPLAINING =
  /^#{1,2} (?!(?:how|why|when|what|if)\b|.{0,80}\b(?:how to|troubleshooting|guide|FAQ)\b).{0,100}(?:\b(?:not working|(?:does|do|is|can|could)(?:n['’]t| not) \w|fail(?:s|ed)\b|crash(?:es|ed)\b|died\b|broken\b|unable to\b|cannot\b|stuck\b|no CUDA)|(?:funktioniert|geht|startet|läuft) nicht|(?:fonctionne|marche|démarre) pas|(?:no|não) (?:funciona|arranca|inicia|carga|abre)|non (?:funziona|parte)|не (?:работает|запускается|открывается)|报错|停止运行|打不开|崩溃|卡住|不能用|用不了|無法使用|動きません|動かない|できません|できない|エラーにな|エラーが出|안 (?:됩|되|돼)|에러가|오류가)/i;

/** A question, or an underlined sentence, as the title of a section: whoever answers it asks nothing. */
const ASKED_AND_ANSWERED = /^#{2,6} .{1,200}[?？]$|^.{1,200}\n(?=[~=^-]{6,200}$)/gm;

/** Whether somebody tells that they have it. */
export function isReport(text: string): boolean {
  return REPORTED.test(text.replace(ASKED_AND_ANSWERED, '')) || FORM.test(text) || COMPLAINING.test(text);
}

/**
 * Whether a short text is documentation: it has a title, and nobody in it reports anything. What such a text only quotes within its
 * sentences ({@link isQuotedAt}) has not happened to who reads it.
 */
export function isDocumentation(text: string): boolean {
  return TITLE.exec(text.trimStart())?.index === 0 && !isReport(text);
}

const BEFORE_QUOTE = /\p{L}{2,60} /u;

/** Whether a sentence quotes what stands at this place: words before it, and a quotation mark that is not closed. */
export function isQuotedAt(text: string, at: number): boolean {
  const before = text.slice(0, at);
  return ['`', '"'].some((mark) => before.split(mark).length % 2 === 0) && BEFORE_QUOTE.test(before);
}
