/** `completion`: the script that lets a shell complete commands, flags and ids. */
import type { Command } from './command.ts';
import { SCRIPTS } from './completion-scripts.ts';
import { KINDS } from './list.ts';

type Shell = keyof typeof SCRIPTS;
const SHELLS = Object.keys(SCRIPTS) as Shell[];

export const completion: Command = {
  name: 'completion',
  usage: 'bash | zsh | fish',
  about: 'a script that completes commands, flags and ids',
  examples: [
    { line: 'eval "$(zerogpu-advisor completion bash)"', about: 'in ~/.bashrc' },
    { line: 'source <(zerogpu-advisor completion zsh)', about: 'in ~/.zshrc, after compinit' },
    { line: 'zerogpu-advisor completion fish | source', about: 'in ~/.config/fish/config.fish' },
  ],
  flags: [],
  completes: 'shell',
  run({ words, library, commands }) {
    const shell = words.join(' ').toLowerCase() as Shell;
    if (!SHELLS.includes(shell))
      return { type: 'problem', what: 'Which shell?', help: `Write zerogpu-advisor completion and one of ${SHELLS.join(', ')}.` };
    const ids = library.list().map(({ id }) => id);
    const trees = library.list('tree').map(({ id }) => id);
    const script = SCRIPTS[shell];
    return {
      type: 'text',
      text: script({ commands, words: { any: ids, tree: trees, kind: KINDS, shell: SHELLS, file: [] } }),
    };
  },
};
