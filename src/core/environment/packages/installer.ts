/** Who installs packages: an environment of uv has no pip, and uv takes out of a project what was not added by itself. */
import type { Reading, Sighting } from '../reading.ts';

/** As a command begins that installs something. */
export const UV = { project: 'uv add', environment: 'uv pip install' } as const;

/** A log of uv names itself in its first lines, a traceback in its paths. */
const MOST = 40;
const OF_PROJECT =
  /(?<![\w.-])uv (?:run|sync|add|lock)\b|\buv\.lock\b|^\s{0,9}Creating virtual environment at: |\byour project's requirements are /;
const OF_ENVIRONMENT =
  /(?<![\w.-])uv (?:pip|venv|tool)\b|[\\/]uv[\\/](?:python|cache|builds-v0)[\\/]|^\s{0,9}Using Python 3\S{1,9} environment at: |\bNo solution found when resolving |^\s{0,9}Resolved \d{1,5} packages? in |(?:─▶ |cause: |Caused by: )(?:The build backend returned an error|Call to `)|(?:×|^error:) Failed to (?:(?:download and )?build|download|fetch:) `/;

const COMMANDS = ['uv run', 'uv sync', 'uv add ', 'uv lock', 'uv pip ', 'uv venv', 'uv tool'];
const PATHS = ['uv.lock', '/uv/python', '/uv/builds', '\\uv\\python', '\\uv\\cache', ' environment at: '];
const REASONS = ['backend returned', 'Call to `', 'Failed to build `', 'Failed to download', 'Failed to fetch: `', 'and build `'];
const MARKS = [...COMMANDS, ...PATHS, 'No solution found', 'Resolved ', "your project's", ...REASONS];

/** Readings of who installs. */
export const UV_READINGS: readonly Reading[] = [{ marks: MARKS, most: MOST, find: installers }];

function installers(text: string): Sighting[] {
  if (OF_PROJECT.test(text)) return [{ of: 'named', name: 'installer', value: UV.project }];
  return OF_ENVIRONMENT.test(text) ? [{ of: 'named', name: 'installer', value: UV.environment }] : [];
}

/** The one that was seen: whoever has a project has an environment too; null for pip, also where somebody ran pip beside uv. */
export function installerOf<Text extends string>(seen: readonly Text[], commands: readonly string[]): Text | null {
  if (commands.some((command) => /^(?:\S{1,80} -m )?pip3? /.test(command))) return null;
  return seen.find((each) => each === UV.project) ?? seen[0] ?? null;
}
