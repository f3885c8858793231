/** Commands of pip as uv has them: an environment that uv made has no pip of its own. Tried with uv 0.13.9. */
import { UV } from '../../../environment/packages/installer.ts';

const PIP = /^(?:python3? -m )?pip3? (?=[a-z])/;
/** What `uv pip` can do as well. */
const SHARED = /^(?:install|uninstall|show|list|freeze|check|tree)\b/;
/** Packages and no options but this one: for others `uv add` has other names, or none. */
const PACKAGES = /^install (?<rest>(?:-U )?(?:"[^"\s]{1,200}"|[^\s"-]\S{0,200})(?: (?:"[^"\s]{1,200}"|[^\s"-]\S{0,200}))*)$/;
const PYTHON = /^python3? (?!-m pip )/;

/** The lines for who installs with uv; `installer` is how his commands begin. */
export function withUv(command: string, installer: unknown): string {
  return command
    .split('\n')
    .map((line) => uvLine(line, installer === UV.project))
    .join('\n');
}

function uvLine(line: string, isProject: boolean): string {
  const asked = line.replace(PIP, '');
  if (asked === line) return isProject ? line.replace(PYTHON, 'uv run python ') : line;
  const rest = isProject ? PACKAGES.exec(asked)?.groups?.rest : undefined;
  if (rest) return `${UV.project} ${rest}`;
  return SHARED.test(asked) ? `uv pip ${asked}` : `uvx pip ${asked}`;
}
