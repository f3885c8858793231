import { describe, expect, it } from 'vitest';
import { isQuestion, type TreeEntry } from '../../src/core/library/entry.ts';
import { planRows } from '../../src/tui/screens/plan-link.ts';
import { library } from '../library.ts';

describe('a plan that a tree names', () => {
  it('opens with its answers, and asks nothing more', () => {
    const [row] = planRows(library, 'Do this:\n\n  zerogpu-advisor plan --params 13b --dtype bf16\n');
    expect(row).toMatchObject({ label: 'The sum for params 13b, dtype bf16', note: 'plan' });
    const subject = row?.target?.to === 'subject' ? row.target.subject : null;
    expect(subject).toMatchObject({ screen: 'plan', answers: { params: '13b', dtype: 'bf16', duration: null }, isTyped: false });
  });

  it('is nothing where none is named', () => {
    expect(planRows(library, 'zerogpu-advisor show quota-tiers, or plan it')).toEqual([]);
  });

  it.each(['large-or-xlarge', 'choose-duration'])('is reached from %s', (id) => {
    const tree = library.get(id) as TreeEntry;
    const rows = Object.values(tree.nodes).flatMap((node) => (isQuestion(node) ? [] : planRows(library, node.text)));
    expect(rows.length).toBeGreaterThan(0);
  });
});
