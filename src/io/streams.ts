/** What the program may touch of the outside; handed in by bin/, faked in tests. */
import { fstatSync } from 'node:fs';
import { Readable, type Writable } from 'node:stream';
import type { Colour } from '../render/theme.ts';

export interface Streams {
  stdin: Readable & { isTTY?: boolean | undefined };
  stdout: Writable & { isTTY?: boolean | undefined; columns?: number | undefined; rows?: number | undefined };
  stderr: Writable & { isTTY?: boolean | undefined };
  env: Record<string, string | undefined>;
}

/** The streams of a process. Standard input and error are made when somebody asks for them, which takes Node a few milliseconds each. */
export function streamsOf(
  host: NodeJS.Process,
  onUnwritable: (error: NodeJS.ErrnoException) => void,
): Streams & { readonly hasRead: boolean } {
  let hasRead = false;
  let stdin: Streams['stdin'] | undefined;
  let stderr: NodeJS.WriteStream | undefined;
  return {
    get stdin() {
      hasRead = true;
      stdin ??= isFolder(STDIN) ? noLog() : host.stdin;
      return stdin;
    },
    get hasRead() {
      return hasRead;
    },
    stdout: host.stdout.on('error', onUnwritable),
    get stderr() {
      stderr ??= host.stderr.on('error', onUnwritable);
      return stderr;
    },
    env: host.env,
  };
}

const STDIN = 0;

/** Node takes a folder for an empty input. */
function isFolder(file: number): boolean {
  try {
    return fstatSync(file).isDirectory();
  } catch {
    return false;
  }
}

function noLog(): Readable {
  return new Readable({
    read() {
      this.destroy(Object.assign(new Error('a folder'), { code: 'EISDIR' }));
    },
  });
}

/** Whether a variable is set to something that means yes. */
export function isOn(value: string | undefined): boolean {
  return value !== undefined && value !== '' && value !== '0' && value.toLowerCase() !== 'false';
}

/** Colour, and of exact colours and links what the terminal announces. */
export function wantsColor(streams: Streams, flags: Record<string, unknown>): Colour {
  if (!hasColor(streams, flags)) return false;
  const { env, stdout } = streams;
  return { isRich: /^(?:truecolor|24bit)$/i.test(env.COLORTERM ?? ''), hasLinks: stdout.isTTY === true && hasLinks(env) };
}

/** The first release of VTE, as it counts them, that has links and does not fall over them. */
const VTE_WITH_LINKS = 5100;

/** Terminals that are known for links (OSC 8) by what they say of themselves. A multiplexer in between may print them as text. */
function hasLinks({ TERM, TERM_PROGRAM, VTE_VERSION, WT_SESSION, KONSOLE_VERSION, TMUX, STY }: Streams['env']): boolean {
  if (TMUX || STY || /^(?:screen|tmux|dumb)/.test(TERM ?? '')) return false;
  if (Number(VTE_VERSION) >= VTE_WITH_LINKS || WT_SESSION || KONSOLE_VERSION) return true;
  return /^(?:iTerm\.app|WezTerm|vscode|ghostty|Hyper)$/.test(TERM_PROGRAM ?? '') || /kitty|ghostty|wezterm/.test(TERM ?? '');
}

/** By the habits of no-color.org and gh: own flags, then NO_COLOR, FORCE_COLOR, CLICOLOR_FORCE, dumb terminals, pipes. */
function hasColor({ stdout, env }: Streams, flags: Record<string, unknown>): boolean {
  if (flags['no-color'] || flags.plain) return false;
  if (flags.color) return true;
  if (env.NO_COLOR) return false;
  if (isOn(env.FORCE_COLOR) || isOn(env.CLICOLOR_FORCE)) return true;
  if (env.FORCE_COLOR === '0' || env.TERM === 'dumb') return false;
  return stdout.isTTY === true;
}

/** Whether a text is longer than the terminal that it would go to. */
export function isTallerThan({ stdout, env }: Streams, text: string): boolean {
  return stdout.isTTY === true && env.TERM !== 'dumb' && text.split('\n').length > (stdout.rows ?? Number.POSITIVE_INFINITY);
}

const READABLE = 100;

/** Columns to wrap at: --width, else the terminal's, at most 100, for longer lines are hard to read; 80 into a pipe. */
export function widthOf({ stdout }: Streams, flags: Record<string, unknown>): number {
  if (typeof flags.width === 'string') return Number(flags.width);
  return Math.max(20, Math.min(READABLE, stdout.columns ?? 80));
}
