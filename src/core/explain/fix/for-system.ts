/** A fix as it is told where no `packages.txt` is read: the system's own command installs what a Space would find there. */
import type { Known } from '../../library/condition.ts';
import type { Fix } from '../../library/entry.ts';
import { type Block, snippet } from '../../markup/blocks.ts';

const TO_PACKAGES = /^Add (?<what>.{1,80}) to packages\.txt$/;
/** Machines with Debian's or Ubuntu's packages, more often than not. */
const WITH_APT = ['colab', 'kaggle', 'ci', 'cluster'];

/** The fix with that command instead, where its title speaks of the file; else as it was. */
export function forSystem(fix: Fix, { where, os }: Known): Fix {
  const [title] = fix.title;
  const what = typeof title === 'string' ? TO_PACKAGES.exec(title)?.groups?.what : undefined;
  if (!what || !(WITH_APT.includes(String(where)) || (where === 'local' && os === 'linux'))) return fix;
  return { ...fix, title: [`Install ${what} on the system`], blocks: fix.blocks.map(installed) };
}

function installed(block: Block): Block {
  if (block.type !== 'snippet' || block.language !== 'text') return block;
  return snippet(`sudo apt-get install -y ${block.code.trim().replaceAll('\n', ' ')}`, 'bash');
}
