/** A decision tree: the answers so far, the question with its reason and options, the end as a page. */
import { isQuestion, type TreeEntry } from '../../core/library/entry.ts';
import { begin, choose, nodeAt, replay, type Walk } from '../../core/library/walk.ts';
import { toMarkdown } from '../../render/document.ts';
import { EMPTY, type Model, type Row } from '../state/model.ts';
import type { View } from '../state/state.ts';
import type { World } from '../world.ts';
import { linkSide } from './page.ts';
import { planRows } from './plan-link.ts';
import { heading, idRows, mentioned, numbered, sourceRows } from './rows.ts';

/** The tree screen. */
export function treeModel(view: View, world: World): Model {
  const { subject } = view;
  const tree = subject.screen === 'tree' ? world.library.get(subject.id) : undefined;
  if (tree?.kind !== 'tree' || subject.screen !== 'tree') return { ...EMPTY, title: 'Tree', text: 'There is no such tree.' };
  const walk = walkOf(tree, subject.answers);
  const node = nodeAt(tree, walk);
  const base: Model = {
    ...EMPTY,
    title: tree.id,
    markdown: toMarkdown({ type: 'tree', tree, walk, node }),
    sources: sourceRows(tree),
    sideTitle: 'Your answers',
  };
  if (isQuestion(node)) {
    const rows = node.options.map(
      (option, index): Row => ({
        label: `${index + 1}  ${option.say}`,
        target: { to: 'answers', answers: [...subject.answers, index + 1] },
      }),
    );
    const lead = walk.path.length === 0 ? [`# ${tree.title}`] : [crumbs(walk)];
    const text = [...lead, `## ${node.ask}`, `*Why this question? ${node.why}*`].join('\n\n');
    return { ...base, arrangement: 'text-then-rows', place: 'ask', rows, text, side: answerRows(walk) };
  }
  const links = [...planRows(world.library, node.text), ...idRows(world.library, [...node.see, ...mentioned(node.text), ...tree.see])];
  const parts = [
    crumbs(walk),
    `# ${node.answer}`,
    node.text,
    links.length > 0 ? `## Related\n\n${numbered(links)}` : '',
    `*Walk it again:* \`${replay(tree, walk)}\``,
  ];
  return { ...base, text: parts.filter(Boolean).join('\n\n'), links, side: [...answerRows(walk), ...linkSide(links)] };
}

/** The walk that these answers make; it ends early where an answer does not exist. */
export function walkOf(tree: TreeEntry, answers: number[]): Walk {
  let walk = begin(tree);
  for (const answer of answers) walk = choose(tree, walk, answer) ?? walk;
  return walk;
}

function crumbs(walk: Walk): string {
  return walk.path.map((step) => `- ${step.ask} **${step.said}**`).join('\n');
}

/** The answers so far; choosing one goes back to its question. */
export function answerRows(walk: Walk): Row[] {
  if (walk.path.length === 0) return [];
  const answers = walk.path.map((step) => step.chosen);
  const rows = walk.path.map(
    (step, index): Row => ({
      label: `${step.said}`,
      note: 'change',
      target: { to: 'answers', answers: answers.slice(0, index) },
    }),
  );
  return [heading('Your answers'), ...rows];
}
