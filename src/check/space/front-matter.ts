/** The front matter of README.md: the flat keys that the Hub reads, with their lines. Lists and nested values are passed over. */

export interface Setting {
  key: string;
  /** Without quotes and comment. */
  text: string;
  isQuoted: boolean;
  line: number;
  /** Where the value begins, from 1. */
  column: number;
}

export interface FrontMatter {
  file: string;
  lines: readonly string[];
  settings: ReadonlyMap<string, Setting>;
  /** The line of the closing mark; null when there is none. */
  end: number | null;
}

const KEY = /^([A-Za-z_][\w-]{0,60}):(?:[ \t]{1,80}(.{0,2000}))?$/;
/** A front matter is short; without an end the whole page would be taken for one. */
const MOST_LINES = 400;

/** In: the text of README.md. Out: its front matter, or null when it does not begin with one. */
export function parseFrontMatter(file: string, text: string): FrontMatter | null {
  const lines = text.split('\n');
  if (!/^---[ \t]{0,20}$/.test(lines[0] ?? '')) return null;
  const settings = new Map<string, Setting>();
  for (let at = 1; at < Math.min(lines.length, MOST_LINES); at++) {
    const line = lines[at] as string;
    if (/^(?:---|\.\.\.)[ \t]{0,20}$/.test(line)) return { file, lines, settings, end: at + 1 };
    const [whole, key, rest] = KEY.exec(line) ?? [];
    if (whole === undefined || key === undefined) continue;
    const column = line.length - (rest ?? '').length + 1;
    settings.set(key, { key, ...settingValue(rest ?? ''), line: at + 1, column });
  }
  return { file, lines, settings, end: null };
}

function settingValue(rest: string): { text: string; isQuoted: boolean } {
  const quoted = /^(?:"([^"]{0,2000})"|'([^']{0,2000})')/.exec(rest);
  if (quoted) return { text: quoted[1] ?? quoted[2] ?? '', isQuoted: true };
  const bare = /^#/.test(rest) ? '' : (rest.split(/[ \t]#/, 1)[0] as string);
  return { text: bare.trim(), isQuoted: false };
}
