/** A command as it is typed where the log was made: our pages write for a Unix shell. */

/** How a command line of that place differs. */
export type Shell = 'unix' | 'powershell' | 'notebook';

const CONTINUED = /\\\n\s{0,40}/g;
const EXPORT = /^export (\w{1,60}=(?:"[^"]{0,200}"|[^\s"]{1,200})(?: \w{1,60}=(?:"[^"]{0,200}"|[^\s"]{1,200})){0,3})( {0,9}#.{0,200})?$/;
const UNSET = /^unset (\w{1,60}(?: \w{1,60}){0,5})( {0,9}#.{0,200})?$/;
const WITH_VARIABLE = /^([A-Z_]{2,60})=(\S{1,200}) (.+)$/;
const ASSIGNED = /(\w{1,60})=(?:"([^"]{0,200})"|(\S{1,200}))/g;
/** No command of its own: a comment, what goes on, what is meant for a cell already, and what a cell takes for Python. */
const NO_COMMAND = /^(?:[#!%\s]|$|[\w.]{1,80}\(|\w{1,60} = )/;
/** A folder that is entered for the next commands, too. */
const ENTERED = /^cd \S{1,200}$/;
/** Enters an environment: on Windows its programs lie in another folder, and nothing has to be sourced. */
const ACTIVATE = /(?:^|(?<= ))(?:source|\.) ([\w.-]{1,60})\/bin\/activate$/;
/** Windows has PowerShell 5, which does not know it. */
const AND = / && /g;
const VARIABLE = /\$(?=[A-Z_]{2,60}\b)/g;

/** Where the log shows a notebook its cells take the commands, on Windows PowerShell does. */
export function shellOf(where: unknown, os: unknown): Shell {
  if (where === 'colab' || where === 'kaggle') return 'notebook';
  return os === 'windows' ? 'powershell' : 'unix';
}

/** The command for that shell, each on one line where that shell has another sign for going on. */
export function commandFor(shell: Shell, command: string): string {
  if (shell === 'unix') return command;
  const line = shell === 'powershell' ? inPowerShell : inNotebook;
  return command.replace(CONTINUED, '').split('\n').map(line).join('\n');
}

function inPowerShell(line: string): string {
  const [, exported, comment = ''] = EXPORT.exec(line) ?? [];
  if (exported) return assignments(exported).map(setVariable).join('; ') + comment;
  const [, unset, behind = ''] = UNSET.exec(line) ?? [];
  if (unset)
    return `Remove-Item ${unset
      .trim()
      .split(' ')
      .map((name) => `Env:${name}`)
      .join(', ')}${behind}`;
  const [, name = '', value = '', command] = WITH_VARIABLE.exec(line) ?? [];
  if (command) return `${setVariable([name, value])}; ${command}`;
  return line.replace(VARIABLE, '$$env:').replace(ACTIVATE, '$1\\Scripts\\activate').replace(AND, '; ');
}

function setVariable([name, value]: readonly [string, string]): string {
  return `$env:${name} = "${value.replace(VARIABLE, '$$env:')}"`;
}

function inNotebook(line: string): string {
  const [, exported] = EXPORT.exec(line) ?? [];
  if (exported)
    return assignments(exported)
      .map(([name, value]) => `%env ${name}=${value}`)
      .join('\n');
  const [, unset] = UNSET.exec(line) ?? [];
  if (unset) return `import os; [os.environ.pop(name, None) for name in "${unset.trim()}".split()]`;
  if (NO_COMMAND.test(line)) return line;
  return ENTERED.test(line) ? `%${line}` : `!${line}`;
}

function assignments(text: string): [string, string][] {
  return [...text.matchAll(ASSIGNED)].map(([, name = '', quoted, plain = '']) => [name, quoted ?? plain]);
}
