/** A decision tree → a document: the whole, its drawing, or a walk and where it has come to. */
import { type Answer, isQuestion, type Question, type TreeEntry } from '../library/entry.ts';
import { begin, replay, type Walk } from '../library/walk.ts';
import {
  type Block,
  code,
  drawing,
  emphasis,
  entryLink,
  heading,
  type Inline,
  joined,
  numbered,
  paragraph,
  snippet,
  strong,
} from '../markup/blocks.ts';
import type { TreeResult } from '../result.ts';
import { kindLine, seeAlso, sourceList } from './page.ts';
import { drawTree } from './tree-drawing.ts';

/** With the indent of code it fits into 80 columns. */
const DRAWING_WIDTH = 76;

/** The document of a tree, as far as it was walked. */
export function treeDocument({ tree, walk, node, isDrawing }: TreeResult): Block[] {
  const title = heading(1, tree.title);
  if (isDrawing) return [title, drawing(drawTree(tree, DRAWING_WIDTH)), paragraph(emphasis('Walk it: ', code(replay(tree, begin(tree)))))];
  if (!walk || !node)
    return [
      title,
      kindLine(tree),
      paragraph(tree.summary),
      ...Object.entries(tree.nodes).flatMap(([name, each]) => nodeOutline(tree, name, each)),
      ...seeAlso(tree),
      ...sourceList(tree),
    ];
  const reached = isQuestion(node) ? questionBlocks(node) : answerBlocks(node);
  return [title, ...walkedBlocks(walk), ...reached, paragraph(emphasis('Walk it again: ', code(replay(tree, walk))))];
}

/** The answers given so far, as a list. */
function walkedBlocks({ path }: Walk): Block[] {
  return path.length > 0 ? [numbered(path.map(({ ask, said }) => [...ask, ' ', strong(...said)]))] : [];
}

function questionBlocks({ ask, why, options }: Question): Block[] {
  return [heading(2, ...ask), paragraph(...why), numbered(options.map(({ say }) => say))];
}

function answerBlocks({ answer, blocks, see, plan }: Answer): Block[] {
  return [heading(2, ...answer), ...blocks, ...planCommandBlocks(plan), paragraph('See ', ...joined(see.map(entryLink), ' · '))];
}

/** The command that makes the sum which belongs to an answer. */
export function planCommandBlocks(flags: Answer['plan']): Block[] {
  if (!flags) return [];
  const said = Object.entries(flags).map(([name, value]) => `--${name} ${value}`);
  return [paragraph('Calculate it:'), snippet(`zerogpu-advisor plan ${said.join(' ')}`, 'bash')];
}

function nodeOutline(tree: TreeEntry, name: string, node: TreeEntry['nodes'][string]): Block[] {
  const titled = (text: Inline[]): Block => heading(3, `${name === tree.start ? 'Start' : name}: `, ...text);
  if (isQuestion(node)) return [titled(node.ask), numbered(node.options.map(({ say, to }) => [...say, ` → ${to}`]))];
  const [, ...rest] = answerBlocks(node);
  return [titled(node.answer), ...rest];
}
