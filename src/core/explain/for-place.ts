/** Lines of a requirements file, for somebody who has no Space to commit them to: the pip command that installs the same. */
import type { Block, Snippet } from '../markup/blocks.ts';

const REQUIREMENTS = 'requirements';
/** A name without a version. */
const BARE = /^[A-Za-z0-9][\w.-]*$/;
const NOTEBOOKS = ['colab', 'kaggle'];
/** A caller has a script of their own to install for, wherever the Space is. */
const AT_A_PROMPT = ['local', 'cluster', 'ci', 'caller'];

/** How shells of Unix go on with a command on the next line; those of Windows do not. */
const CONTINUED = /\\\n\s{0,40}/g;

/** The blocks as they are told where the log was made: a requirements snippet is a command on a laptop, a cluster or in a notebook, and on Windows a command stands on one line. */
export function forPlace(blocks: readonly Block[], where: unknown, os?: unknown): Block[] {
  const told = withCommands(blocks, where);
  return os === 'windows' ? told.map(onOneLine) : told;
}

function onOneLine(block: Block): Block {
  if (block.type !== 'snippet' || block.language !== 'bash') return block;
  return { ...block, code: block.code.replace(CONTINUED, '') };
}

function withCommands(blocks: readonly Block[], where: unknown): Block[] {
  const prompt = NOTEBOOKS.includes(String(where)) ? '!' : AT_A_PROMPT.includes(String(where)) ? '' : null;
  if (prompt === null) return [...blocks];
  return blocks.map((block) => (block.type === 'snippet' && block.language === REQUIREMENTS ? asCommand(block, prompt) : block));
}

function asCommand({ code }: Snippet, prompt: string): Snippet {
  const lines = code.split('\n').map((line) => withoutComment(line).trim());
  const parts = lines.filter((line) => line !== '').map(quotedForShell);
  // A bare name that is installed already is left as it is without this.
  const upgrade = parts.some((part) => BARE.test(part)) ? '-U ' : '';
  return { type: 'snippet', language: 'bash', code: `${prompt}pip install ${upgrade}${parts.join(' ')}` };
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
