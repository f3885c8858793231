/** `decide`: walk a decision tree, or print it. */
import { isQuestion, type TreeEntry } from '../core/library/entry.ts';
import { begin, choose, nodeAt, type Walk } from '../core/library/walk.ts';
import { plainInlines } from '../core/markup/read.ts';
import type { Result } from '../core/result.ts';
import { neutraliseAndMask } from '../core/text/neutralise-and-mask.ts';
import type { Command } from './command.ts';
import { unknownId } from './show.ts';

export const decide: Command = {
  name: 'decide',
  usage: '[ID]',
  about: 'walk a decision tree; --answers 2,1 walks it without asking',
  examples: [
    { line: 'zerogpu-advisor decide large-or-xlarge', about: 'asked question by question' },
    { line: 'zerogpu-advisor decide why-aborted --answers 1', about: 'straight to where these answers lead' },
    { line: 'zerogpu-advisor decide large-or-xlarge --tree', about: 'the whole tree, drawn' },
  ],
  flags: [
    { name: 'answers', value: 'N,N…', about: 'the numbers of the chosen options, from the first question on' },
    { name: 'tree', about: 'draw the whole tree' },
  ],
  completes: 'tree',
  run({ words, flags, library }): Result {
    const id = words.join(' ');
    if (!id.trim()) return { type: 'list', kind: 'tree', entries: library.list('tree') };
    const found = library.find(id, 'tree');
    if (found.entry?.kind !== 'tree') return unknownId(id, found, 'decision tree');
    const { answers } = flags;
    if (flags.tree) return { type: 'tree', tree: found.entry, walk: null, node: null, isDrawing: true };
    if (answers === undefined) return { type: 'tree', tree: found.entry, walk: null, node: null };
    return walkTree(found.entry, String(answers));
  },
};

function walkTree(tree: TreeEntry, answers: string): Result {
  let walk: Walk = begin(tree);
  for (const answer of answers.split(',').filter((part) => part.trim() !== '')) {
    const node = nodeAt(tree, walk);
    if (!isQuestion(node))
      return {
        type: 'problem',
        what: `The answer "${neutraliseAndMask(answer, 20)}" comes after the end of the tree.`,
        help: `${walk.path.length} answers lead to its end.`,
      };
    const next = /^\s*\d{1,2}\s*$/.test(answer) ? choose(tree, walk, Number(answer)) : null;
    if (!next)
      return {
        type: 'problem',
        what: `"${neutraliseAndMask(answer, 20)}" is not an answer to "${plainInlines(node.ask)}"`,
        help: `Answer with a number from 1 to ${node.options.length}.`,
      };
    walk = next;
  }
  return { type: 'tree', tree, walk, node: nodeAt(tree, walk) };
}
