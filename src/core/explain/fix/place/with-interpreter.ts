/** Commands for the very Python that the log shows: the `pip` that a shell finds first may belong to another one. */
import type { Shell } from './shell.ts';

/** What may stand in a command: a path is a stranger's text. */
const PATH = /^[\p{L}\p{N} _.:\\/@+~-]{3,160}$/u;
const PIP = /^pip3? /;
const PYTHON = /^python3? /;

/** The lines with the interpreter's whole path instead of `python` and `pip`; the same where the path is not fit for a command. */
export function withInterpreter(command: string, interpreter: unknown, shell: Shell): string {
  if (shell === 'notebook' || typeof interpreter !== 'string' || !PATH.test(interpreter)) return command;
  const program = asProgram(interpreter, shell);
  return command
    .split('\n')
    .map((line) => line.replace(PIP, () => `${program} -m pip `).replace(PYTHON, () => `${program} `))
    .join('\n');
}

function asProgram(path: string, shell: Shell): string {
  if (!path.includes(' ')) return path;
  return shell === 'powershell' ? `& "${path}"` : `"${path}"`;
}
