/** A fix as it is told where the log was made: lines of a requirements file as a pip command, commands for that shell and that Python. */
import type { Environment } from '../../../environment/environment.ts';
import type { Known } from '../../../library/condition.ts';
import type { Block, Inline, Snippet } from '../../../markup/blocks.ts';
import { plainInlines } from '../../../markup/read.ts';
import { commandFor, type Shell } from './shell.ts';
import { withInterpreter } from './with-interpreter.ts';
import { withUv } from './with-uv.ts';

const REQUIREMENTS = 'requirements';
const BASH = 'bash';
/** A name without a version. */
const BARE = /^[A-Za-z0-9][\w.-]*$/;
/** A caller has a script of their own to install for, wherever the Space is. */
const AT_A_PROMPT = ['local', 'cluster', 'ci', 'caller', 'colab', 'kaggle', 'docker'];
/** Whoever calls a Space wants to know about Spaces too. */
const IN_OR_BEFORE_A_SPACE: readonly unknown[] = ['space', 'caller', undefined];
/** What only a Space has. */
const OF_SPACES = /\bSpaces?\b|\bZeroGPU\b|\bREADME\.md\b|\bsdk_version\b|\bpackages\.txt\b/;
/** Words by which a sentence that names a Space helps others, too. */
const FOR_ALL =
  /\belsewhere\b|\bapt-get install\b|\banother environment\b|\benvironment with\b|\buv venv\b|\bpip\b|\bWSL|\breplace the package\b/;
/** What a running notebook has imported stays as it was. */
const RESTART = '# then restart the session: the old version stays in memory';

/** The blocks as they are told there; what they say of Spaces before the first snippet is left out for who has none. */
export function forPlace(blocks: readonly Block[], known: Known, shell: Shell): Block[] {
  return withCommands(withoutSpaces(blocks, known.where), known.where).map((block) =>
    block.type === 'snippet' && block.language === BASH ? { ...block, code: codeFor(block.code, known, shell) } : block,
  );
}

/** A command for that shell, that Python, and who installs there. */
export function lineFor(command: string, { interpreter, installer }: Known, shell: Shell): string {
  const told = commandFor(shell, command);
  return withInterpreter(installer && shell !== 'notebook' ? withUv(told, installer) : told, interpreter, shell);
}

/** Whether the log was made where no Space is. */
export function isElsewhere(where: unknown): boolean {
  return !IN_OR_BEFORE_A_SPACE.includes(where);
}

/** Whether the text shows that it was made where no Space is. */
export function hasNoSpace(where: Environment['where']): boolean {
  return where !== 'unknown' && isElsewhere(where);
}

/** Whether a sentence helps only who has a Space. */
export function isOfSpaces(inlines: readonly Inline[]): boolean {
  const text = plainInlines(inlines);
  return OF_SPACES.test(text) && !FOR_ALL.test(text);
}

function codeFor(code: string, known: Known, shell: Shell): string {
  const told = lineFor(code, known, shell);
  return shell === 'notebook' && /^!pip3? install /m.test(told) && !/restart/i.test(told) ? `${told}\n${RESTART}` : told;
}

function withoutSpaces(blocks: readonly Block[], where: unknown): readonly Block[] {
  const [first, ...rest] = blocks;
  return isElsewhere(where) && rest.length > 0 && first?.type === 'paragraph' && isOfSpaces(first.inlines) ? rest : blocks;
}

function withCommands(blocks: readonly Block[], where: unknown): Block[] {
  if (!AT_A_PROMPT.includes(String(where))) return [...blocks];
  return blocks.map((block) => (block.type === 'snippet' && block.language === REQUIREMENTS ? asCommand(block) : block));
}

function asCommand({ code }: Snippet): Snippet {
  const lines = code.split('\n').map((line) => withoutComment(line).trim());
  const parts = lines.filter((line) => line !== '').map(quotedForShell);
  // A bare name that is installed already is left as it is without this.
  const upgrade = parts.some((part) => BARE.test(part)) ? '-U ' : '';
  return { type: 'snippet', language: BASH, code: `pip install ${upgrade}${parts.join(' ')}` };
}

function withoutComment(line: string): string {
  const at = line.search(/(?:^|\s)#/);
  return at < 0 ? line : line.slice(0, at);
}

/** Signs of a version mean something to a shell; an option of pip is left as it is. */
function quotedForShell(requirement: string): string {
  if (requirement.startsWith('-')) return requirement;
  return /^[\w.+:/@%-]+$/.test(requirement) ? requirement : `"${requirement}"`;
}
