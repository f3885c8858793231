/**
 * What a line carries: server-sent events of a Space's logs and of Gradio, JSON, JSON in JSON, and texts with written-out
 * line feeds are opened, so that the matcher sees what the program said.
 */

import { isSecretUnder, MASK } from '../text/secrets.ts';
import { type Level, levelNamed } from './prefix.ts';
import { isMentionAlone } from './speech/mention.ts';

export interface Unwrapped {
  texts: string[];
  /** Time stamp of a log event, to notice a replay after a reconnect. */
  timestamp?: string;
  /** How serious a line of JSON says that it is. */
  level?: Level | null;
}

/** Keys first whose order matters: a title is shown before its text. */
const TITLE_FIRST = ['title', 'error'];

/** How Gradio says that it keeps the reason to itself: up to version 5, and from 6 on. */
const HIDDEN_REASON = /^(?:null|\{ ?"error": ?null ?\})$/;

/** How a string of somebody's source begins. */
const SOURCE_STRING = /^\s{0,40}['`]/;

/** The texts of one line, in reading order; an empty keep-alive or a bare event name has none. A string in source is not opened. */
export function unwrap(line: string): Unwrapped {
  if (SOURCE_STRING.test(line) && isMentionAlone(line.trim(), false)) return { texts: [line] };
  const payload = /^(?:data|id|retry): ?/.exec(line) ? line.slice(line.indexOf(':') + 1).trim() : line;
  if (payload !== line && HIDDEN_REASON.test(payload)) return { texts: [`data: ${payload}`] };
  if (payload === '' || /^event: ?(?!error$)\w{1,40}$/.test(line) || /^:/.test(line)) return { texts: [] };
  if (!payload.includes('{') && !payload.startsWith('[') && !payload.startsWith('"')) return { texts: written(payload) };
  const whole = parse(payload.trim());
  if (whole !== undefined) return fromJson(whole);
  return embedded(payload);
}

function fromJson(value: unknown): Unwrapped {
  if (isObject(value) && typeof value.data === 'string' && typeof value.timestamp === 'string')
    return { texts: collect(value.data), timestamp: value.timestamp };
  // As Docker keeps what a container printed.
  if (isObject(value) && typeof value.log === 'string' && typeof value.stream === 'string')
    return { texts: collect(value.log.replace(/\r?\n$/, '')), level: null };
  if (!isObject(value)) return { texts: collect(value), level: null };
  const failed = failedStatusIn(value);
  return failed ? { texts: collect(failed), level: 'error' } : { texts: collect(value), level: levelOf(value) };
}

/**
 * What the Hub says of a Space that failed: its state with the reason, which it gives alone, or among all that it knows of the Space; then
 * the name comes along, and titles and tags, which are no report, do not.
 */
function failedStatusIn({ id, runtime, ...said }: Record<string, unknown>): Record<string, unknown> | null {
  if (isFailedStatus(said)) return said;
  return isObject(runtime) && isFailedStatus(runtime) ? { id, ...runtime } : null;
}

function isFailedStatus({ stage, errorMessage }: Record<string, unknown>): boolean {
  return typeof stage === 'string' && typeof errorMessage === 'string' && errorMessage !== '';
}

/** What somebody writes before the JSON that he got: nothing but that it is what he got. */
const ANSWER_IS = /^\W{0,3}(?:(?:API|HTTP|server) )?(?:response|answer|reply|body|returns|returned)(?: body)?\W{0,4}$/i;

/** `some words {"error": "…"} more words`: the words, then what the JSON says; "Response: {…}" is the JSON alone. */
function embedded(payload: string): Unwrapped {
  const start = payload.indexOf('{');
  const end = payload.lastIndexOf('}');
  const inner = start > 0 && end > start ? parse(payload.slice(start, end + 1)) : undefined;
  const opened = inner === undefined ? null : fromJson(inner);
  // Braces that hold nothing are a placeholder in somebody's source; a dictionary in a statement is a part of it, unless it reports an error.
  if (!opened || opened.texts.length === 0 || (!opened.level && QUOTED_STATEMENT.test(payload))) return { texts: written(payload) };
  const before = payload.slice(0, start).trim();
  const after = payload.slice(end + 1).trim();
  if (ANSWER_IS.test(before) && !/\w/.test(after)) return opened;
  return { texts: [...(before ? [before] : []), ...opened.texts, ...(after ? [after] : [])] };
}

/** All strings of a value in reading order, JSON within them too. An explicit stack: an attacker chooses how deep the nesting goes. */
function collect(value: unknown): string[] {
  const texts: string[] = [];
  const waiting: unknown[] = [value];
  while (waiting.length > 0) {
    const next = waiting.pop();
    if (typeof next === 'string') {
      const inner = /^\s{0,9}[{[]/.test(next) ? parse(next.trim()) : undefined;
      if (inner !== undefined) waiting.push(inner);
      else texts.push(...lines(next));
    } else if (Array.isArray(next)) {
      for (let index = next.length - 1; index >= 0; index--) waiting.push(next[index]);
    } else if (isObject(next)) {
      // Servers that speak as OpenAI's do call an error an object of that kind; its type is no report of its own.
      const keys = next.object === 'error' ? ['message'] : Object.keys(next);
      const ordered = [...TITLE_FIRST.filter((key) => keys.includes(key)), ...keys.filter((key) => !TITLE_FIRST.includes(key))];
      for (const key of ordered.reverse()) waiting.push(shownUnder(key, next[key]));
    }
  }
  return texts;
}

/** The value of a key, or what stands for it when the key says that it is a secret. */
function shownUnder(key: string, value: unknown): unknown {
  return typeof value === 'string' && isSecretUnder(key, value) ? MASK : value;
}

/** As a logger that writes JSON says it; else `{"error": "…"}`, or what FastAPI answers: `{"detail": "…"}` and nothing else. */
function levelOf({ level, severity, levelname, error, detail, ...rest }: Record<string, unknown>): Level | null {
  const named = [level, severity, levelname].find((each) => typeof each === 'string');
  if (typeof named === 'string') return levelNamed(named);
  const isReport = (typeof error === 'string' && error !== '') || isObject(error) || rest.object === 'error';
  return isReport || (typeof detail === 'string' && Object.keys(rest).length === 0) ? 'answer' : null;
}

function lines(text: string): string[] {
  return text.split(/\r?\n|\r/).filter((line) => line !== '');
}

/** A statement that a traceback quotes: its strings are somebody's source. */
const QUOTED_STATEMENT =
  /^\s{4,40}(?:(?:return|yield|await|assert|if|for \w{1,30} in) (?:[fr]{0,2}["']|[([{])|(?:(?:return|raise|yield|await|assert|print) ?)?[A-Za-z_][\w.]{0,80}(?: ?\+?=|\())/;

/** A text with written-out `\n` (the repr of a string that holds a traceback) becomes its lines; `C:\new` is a folder. */
function written(text: string): string[] {
  if (!text.includes('\\n') || QUOTED_STATEMENT.test(text)) return [text];
  return lines(text.replace(WRITTEN_FEED, (feed, at: number) => (isInPath(text, at) ? feed : '\n')));
}

const WRITTEN_FEED = /\\n/g;
/** A drive, a network share or a relative folder, and folders after it, up to the place in question. */
const PATH_BEFORE = /(?:^|[\s"'(=,<>|])(?:[A-Za-z]:|\\\\[^\\\s"']{1,60}|\.{1,2})(?:\\{1,2}[^\\\s"'<>|:*?]{1,60}){0,12}$/;
const LONGEST_PATH = 260;

function isInPath(text: string, at: number): boolean {
  return /\w/.test(text[at + 2] ?? '') && PATH_BEFORE.test(text.slice(Math.max(0, at - LONGEST_PATH), at));
}

function parse(text: string): unknown {
  if (!/^[[{"]/.test(text)) return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
