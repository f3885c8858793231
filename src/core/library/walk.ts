/** Walking a decision tree: an answer at a time, back to any question, and the command that walks the same way again. */
import type { Inline } from '../markup/blocks.ts';
import { isQuestion, type TreeEntry, type TreeNode } from './entry.ts';

export interface Step {
  /** Id of the question. */
  node: string;
  ask: Inline[];
  /** Number of the chosen option, from 1. */
  chosen: number;
  said: Inline[];
}

export interface Walk {
  path: Step[];
  /** Id of the node that was reached. */
  at: string;
}

/** The beginning of a walk. */
export function begin(tree: TreeEntry): Walk {
  return { path: [], at: tree.start };
}

/** The node that a walk has reached. */
export function nodeAt(tree: TreeEntry, walk: Walk): TreeNode {
  const node = tree.nodes[walk.at];
  if (!node) throw new Error(`tree ${tree.id} has no node "${walk.at}"`);
  return node;
}

/** The walk after choosing an option (from 1); null when there is no such option. */
export function choose(tree: TreeEntry, walk: Walk, chosen: number): Walk | null {
  const node = nodeAt(tree, walk);
  const option = isQuestion(node) ? node.options[chosen - 1] : undefined;
  if (!option || !isQuestion(node)) return null;
  return { path: [...walk.path, { node: walk.at, ask: node.ask, chosen, said: option.say }], at: option.to };
}

/** The walk before its last `steps` answers. */
export function back(tree: TreeEntry, walk: Walk, steps = 1): Walk {
  const path = walk.path.slice(0, Math.max(0, walk.path.length - steps));
  const first = walk.path[path.length];
  return { path, at: first?.node ?? walk.at ?? tree.start };
}

/** The command that replays a walk. */
export function replay(tree: TreeEntry, walk: Walk): string {
  const answers = walk.path.map((step) => step.chosen).join(',');
  return `zerogpu-advisor decide ${tree.id}${answers ? ` --answers ${answers}` : ''}`;
}
