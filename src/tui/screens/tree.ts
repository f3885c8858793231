/** A decision tree: the answers so far, the question with its reason and options, the end as a page. */
import { planCommandBlocks, treeDocument } from '../../core/document/tree.ts';
import { isQuestion, type TreeEntry } from '../../core/library/entry.ts';
import { begin, choose, nodeAt, replay, type Walk } from '../../core/library/walk.ts';
import { type Block, bullets, code, emphasis, heading as headingBlock, paragraph, strong } from '../../core/markup/blocks.ts';
import { linkedEntries, plainInlines } from '../../core/markup/read.ts';
import { EMPTY, type Model, type Row } from '../state/model.ts';
import type { View } from '../state/state.ts';
import type { World } from '../world.ts';
import { linkSide } from './page.ts';
import { planRow } from './plan-link.ts';
import { heading, idRows, numbered, related, sourceRows } from './rows.ts';

/** The tree screen. */
export function treeModel(view: View, world: World): Model {
  const { subject } = view;
  const tree = subject.screen === 'tree' ? world.library.get(subject.id) : undefined;
  if (tree?.kind !== 'tree' || subject.screen !== 'tree') return { ...EMPTY, title: 'Tree', text: [paragraph('There is no such tree.')] };
  const walk = walkOf(tree, subject.answers);
  const node = nodeAt(tree, walk);
  const base: Model = {
    ...EMPTY,
    title: tree.id,
    whole: treeDocument({ type: 'tree', tree, walk, node }),
    sources: sourceRows(tree),
  };
  if (isQuestion(node)) {
    const rows = node.options.map(
      (option, index): Row => ({
        label: plainInlines(option.say),
        number: index + 1,
        target: { to: 'answers', answers: [...subject.answers, index + 1] },
      }),
    );
    const asked = [headingBlock(2, ...node.ask), paragraph(emphasis('Why this question? ', ...node.why))];
    const title = headingBlock(1, tree.title);
    const text = [walk.path.length === 0 ? title : crumbs(walk), ...asked];
    return { ...base, arrangement: 'text-then-rows', place: 'ask', rows, text, textBeside: [title, ...asked], side: answerRows(walk) };
  }
  const links = numbered([
    ...(node.plan ? [planRow(world.library, node.plan)] : []),
    ...idRows(world.library, [...node.see, ...linkedEntries(node.blocks), ...tree.see]),
  ]);
  const reached = [headingBlock(1, ...node.answer), ...node.blocks, ...planCommandBlocks(node.plan)];
  const again = paragraph(emphasis('Walk it again: '), code(replay(tree, walk)));
  return {
    ...base,
    text: [...(walk.path.length > 0 ? [crumbs(walk)] : []), ...reached, ...related(links), again],
    textBeside: [...reached, again],
    links,
    side: [...answerRows(walk), ...linkSide(links)],
  };
}

/** The walk that these answers make; it ends early where an answer does not exist. */
function walkOf(tree: TreeEntry, answers: number[]): Walk {
  let walk = begin(tree);
  for (const answer of answers) walk = choose(tree, walk, answer) ?? walk;
  return walk;
}

function crumbs(walk: Walk): Block {
  return bullets(walk.path.map((step) => [...step.ask, ' ', strong(...step.said)]));
}

/** The answers so far; choosing one goes back to its question. */
function answerRows(walk: Walk): Row[] {
  if (walk.path.length === 0) return [];
  const answers = walk.path.map((step) => step.chosen);
  const rows = walk.path.map(
    (step, index): Row => ({
      label: plainInlines(step.said),
      note: 'change',
      target: { to: 'answers', answers: answers.slice(0, index) },
    }),
  );
  return [heading('Your answers'), ...rows];
}
