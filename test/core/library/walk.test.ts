import { describe, expect, it } from 'vitest';
import { isQuestion, type TreeEntry } from '../../../src/core/library/entry.ts';
import { back, begin, choose, nodeAt, replay, type Walk } from '../../../src/core/library/walk.ts';
import { plainInlines } from '../../../src/core/markup/read.ts';
import { library } from '../../library.ts';

const trees = library.list('tree') as TreeEntry[];

/** Every way through a tree. */
function walks(tree: TreeEntry, walk: Walk = begin(tree)): Walk[] {
  const node = nodeAt(tree, walk);
  if (!isQuestion(node)) return [walk];
  return node.options.flatMap((_, index) => walks(tree, choose(tree, walk, index + 1) as Walk));
}

describe.each(trees)('the tree $id', (tree) => {
  it('ends every path in an answer with links that exist', () => {
    const all = walks(tree);
    expect(all.length).toBeGreaterThan(2);
    for (const walk of all) {
      const end = nodeAt(tree, walk);
      expect(isQuestion(end)).toBe(false);
      if (isQuestion(end)) continue;
      expect(plainInlines(end.answer).length).toBeGreaterThan(5);
      for (const id of end.see) expect(library.get(id)?.id, id).toBe(id);
    }
  });

  it('can be walked back to the start from everywhere', () => {
    for (const walk of walks(tree)) {
      expect(back(tree, walk, walk.path.length)).toEqual(begin(tree));
      if (walk.path.length > 0) expect(back(tree, walk).at).toBe(walk.path.at(-1)?.node);
    }
  });
});

describe('a walk', () => {
  const [tree] = trees as [TreeEntry];
  it('refuses an option that is not there', () => {
    expect(choose(tree, begin(tree), 0)).toBeNull();
    expect(choose(tree, begin(tree), 6)).toBeNull();
  });
  it('can be written down as a command', () => {
    const walk = choose(tree, begin(tree), 1) as Walk;
    expect(replay(tree, walk)).toBe(`zerogpu-advisor decide ${tree.id} --answers 1`);
    expect(replay(tree, begin(tree))).toBe(`zerogpu-advisor decide ${tree.id}`);
    const [step] = walk.path;
    expect(replay(tree, { ...walk, path: [step, { ...step, chosen: 3 }] as Walk['path'] })).toMatch(/ --answers 1,3$/);
  });
  it('stays where it is when there is nothing to take back', () => {
    expect(back(tree, begin(tree))).toEqual(begin(tree));
    expect(back(tree, choose(tree, begin(tree), 1) as Walk, 5)).toEqual(begin(tree));
  });
  it('that reached no node is our own bug', () => {
    expect(() => nodeAt(tree, { path: [], at: 'nowhere' })).toThrow(`tree ${tree.id} has no node "nowhere"`);
  });
});
