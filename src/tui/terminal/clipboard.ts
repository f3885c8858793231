/**
 * Copying that tells the truth. A tool that took the text is reported as a copy; an escape sequence has no receipt, so it is
 * reported as sent. Over SSH the tools of the far machine would fill the wrong clipboard and are not asked.
 */

/** Longest text that terminals take in one OSC 52 sequence. */
export const MOST_BYTES = 74_994;

interface Tool {
  command: string;
  args: string[];
}

const LOCAL: Tool[] = [
  { command: 'pbcopy', args: [] },
  { command: 'wl-copy', args: [] },
  { command: 'xclip', args: ['-selection', 'clipboard', '-in'] },
  { command: 'xsel', args: ['--clipboard', '--input'] },
  { command: 'clip.exe', args: [] },
];

export interface Outside {
  env: Record<string, string | undefined>;
  /** Runs a tool with the text on its standard input; whether it took it. */
  run: (tool: Tool, text: string) => Promise<boolean>;
  /** Writes to the terminal. */
  write: (sequence: string) => void;
}

/** Copies, and says in one sentence what was taken and what is known about where it went. */
export async function copy(text: string, what: string, outside: Outside): Promise<string> {
  const { env } = outside;
  if (env.TMUX && (await outside.run({ command: 'tmux', args: ['load-buffer', '-w', '-'] }, text)))
    return `copied: ${what} · in the tmux buffer, sent on to the terminal`;
  if (!isRemote(env)) {
    for (const tool of localTools(env)) if (await outside.run(tool, text)) return `copied: ${what} · with ${tool.command}`;
  }
  const bytes = Buffer.byteLength(text);
  if (bytes > MOST_BYTES) return `not copied: ${what} · ${bytes} bytes, and the terminal's clipboard takes at most ${MOST_BYTES}`;
  outside.write(`\x1b]52;c;${Buffer.from(text).toString('base64')}\x07`);
  return `sent: ${what} · to the terminal's clipboard; some terminals ignore that`;
}

function isRemote(env: Outside['env']): boolean {
  return Boolean(env.SSH_TTY || env.SSH_CONNECTION);
}

/** Tools that need a display are asked only where there is one. */
function localTools(env: Outside['env']): Tool[] {
  return LOCAL.filter(({ command }) => {
    if (command === 'wl-copy') return Boolean(env.WAYLAND_DISPLAY);
    if (command === 'xclip' || command === 'xsel') return Boolean(env.DISPLAY);
    if (command === 'pbcopy') return process.platform === 'darwin';
    return process.platform === 'win32' || Boolean(env.WSL_DISTRO_NAME);
  });
}

const PATIENCE_MS = 1000;

/** Runs a tool for real. */
export async function runTool({ command, args }: Tool, text: string): Promise<boolean> {
  // Two milliseconds that the first frame does not wait for.
  const { spawn } = await import('node:child_process');
  return new Promise((resolve) => {
    const child = spawn(command, args, { stdio: ['pipe', 'ignore', 'ignore'] });
    // One that hangs is let go of, and nobody waits for it at the end.
    const timer = setTimeout(() => {
      child.kill('SIGKILL');
      child.unref();
      child.stdin.destroy();
      resolve(false);
    }, PATIENCE_MS);
    child.unref();
    timer.unref();
    child.on('error', () => resolve(false));
    child.on('exit', (code) => {
      clearTimeout(timer);
      resolve(code === 0);
    });
    child.stdin.on('error', () => resolve(false));
    child.stdin.end(text);
  });
}
