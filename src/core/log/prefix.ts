/**
 * What stands before the words of a program: the marks of a quotation, the name of a process or a container where several write
 * into one log, time stamp and level of a log collector, the border of a box.
 */

/** How serious a collector says that a line is; `answer`: it is the error that a server answers in JSON. */
export type Level = 'error' | 'low' | 'answer';

export interface Bare {
  /** Which of several processes wrote the line; empty where only one writes. */
  stream: string;
  /** Null when nothing says it. */
  level: Level | null;
  /** The words, with their indentation. */
  text: string;
}

/** What a reply puts before the lines that it quotes. */
const QUOTED = /^(?:> ){1,3}/;
/** A rank, a process, a container or a step of a build. */
const STREAM =
  /^(?<stream>\[(?:rank|default|local_rank)?\d{1,4}\]: ?|(?:\[\d{1,4}\] ){1,2}|\[pod\/[\w./-]{1,120}\] |\([\w.]{1,60} pid=\d{1,9}(?:, ip=[\d.]{7,15})?\) ?|\[\d{1,4},\d{1,4}\]<std(?:err|out)>:|[A-Za-z][\w.-]{0,60} {1,20}\| |#\d{1,3} (?=\d{1,5}\.\d{1,3} ))(?:\d{1,5}\.\d{1,3} )?/;
/** BuildKit without colours leaves only the seconds, in four digits (0.238, 77.76, 233.2); a number with its unit is none. */
const SECONDS = /^(?:\d{1,5}\.\d{3}|[1-9]\d\.\d\d|[1-9]\d\d\.\d) (?! {0,3}(?:[KMGT]i?B|bytes|k?Hz|m?s|sec(?:ond)?s?|min(?:ute)?s?)\b)/;
/** The frames of an exception group stand behind a bar. */
const GROUP = /^\s{2,20}(?:\| |\+ (?=Exception Group Traceback))/;
const LEVELS = 'ERROR|INFO|WARNING|WARN|DEBUG|CRITICAL|FATAL|stderr|stdout';
const COLLECTOR = new RegExp(
  [
    `^\\[?\\d{4}-\\d\\d-\\d\\d[ T]\\d\\d:\\d\\d:\\d\\d[\\d.,:+Z-]{0,15}\\]?\\s{0,4}(?<levels>(?:[|:-]?\\s{0,4}\\[?(?:${LEVELS})\\]?\\s{0,4}){0,3})[|:-]? ?`,
    `^(?<short>${LEVELS}) \\d\\d-\\d\\d \\d\\d:\\d\\d:\\d\\d \\[[\\w./-]{1,80}:\\d{1,6}\\] ?`,
    `^[A-Z][a-z]{2} [ \\d]\\d \\d\\d:\\d\\d:\\d\\d [\\w.-]{1,60} [\\w./@-]{1,60}\\[\\d{1,7}\\]: `,
    // As Google's libraries and torchrun write it.
    `^(?<glog>[EFIW])\\d{4} \\d\\d:\\d\\d:\\d\\d\\.\\d{6}\\s{1,8}\\d{1,9} [\\w./-]{1,120}:\\d{1,6}\\] `,
    `^\\[\\d\\d:\\d\\d:\\d\\d(?:[.,]\\d{1,6})?\\] (?:\\w{1,20}\\/)?(?<timed>${LEVELS}) {1,4}`,
  ].join('|'),
);
/** By the letter that such a line begins with. */
const GLOG_LEVELS: Readonly<Record<string, Level>> = { E: 'error', F: 'error', I: 'low', W: 'low' };
const SERIOUS = /\b(?:error|critical|fatal|severe|panic)/i;
const LOW = /\b(?:info|warn|debug|trace|notice)/i;

/** The words of a line, and what stood before them. */
export function bareOf(whole: string): Bare {
  if (whole.startsWith('│')) return { stream: '', level: null, text: whole.slice(2).replace(/\s{0,200}│?\s{0,9}$/, '') };
  let text = without(QUOTED.exec(whole), whole);
  const stream = STREAM.exec(text);
  text = without(stream, text);
  text = without(SECONDS.exec(text), text);
  text = without(GROUP.exec(text), text);
  const collector = COLLECTOR.exec(text);
  const { levels, short, timed, glog } = collector?.groups ?? {};
  text = without(collector, text).replace(/\s{1,200}$/, '');
  return {
    stream: stream?.groups?.stream?.trim() ?? '',
    level: GLOG_LEVELS[glog ?? ''] ?? levelNamed(levels ?? short ?? timed ?? ''),
    text,
  };
}

/** What follows a match at the beginning. */
function without(found: RegExpExecArray | null, text: string): string {
  return found ? text.slice(found[0].length) : text;
}

/** What a level is called, by what it means. */
export function levelNamed(words: string): Level | null {
  return SERIOUS.test(words) ? 'error' : LOW.test(words) ? 'low' : null;
}

/** The words alone. */
export function bare(whole: string): string {
  return bareOf(whole).text;
}
