import { describe, expect, it } from 'vitest';
import { planOf } from '../../src/commands/plan.ts';
import { isQuestion, type TreeEntry } from '../../src/core/library/entry.ts';
import { planRow } from '../../src/tui/screens/plan-link.ts';
import { library } from '../library.ts';

describe('a plan that a tree names', () => {
  it('opens with its answers, and asks nothing more', () => {
    const row = planRow(library, { params: '13b', dtype: 'bf16' });
    expect(row).toMatchObject({ label: 'Calculation for params 13b, dtype bf16', note: 'plan' });
    const subject = row.target?.to === 'subject' ? row.target.subject : null;
    expect(subject).toMatchObject({ screen: 'plan', answers: { params: '13b', dtype: 'bf16', duration: null }, isTyped: false });
  });

  it.each(['large-or-xlarge', 'choose-duration', 'zerogpu-or-dedicated'])('of %s can be calculated', (id) => {
    const tree = library.get(id) as TreeEntry;
    const plans = Object.values(tree.nodes).flatMap((node) => (isQuestion(node) || !node.plan ? [] : [node.plan]));
    expect(plans.length).toBeGreaterThan(0);
    for (const flags of plans) expect(planOf(flags, library).type, JSON.stringify(flags)).toBe('plan');
  });
});
