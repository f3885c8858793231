/** A plan as a document: the answer, bars, the sum, what to do, and tables. */
import { describe, expect, it } from 'vitest';
import { planDocument, planLinks } from '../../../src/core/document/plan.ts';
import { paint } from '../../../src/render/paint.ts';
import { planned } from '../plan/planned.ts';

const linesOf = (flags: string) => paint(planDocument(planned(flags)), { width: 100, color: false }).lines.map((line) => line.trim());
const headingsOf = (flags: string) =>
  paint(planDocument(planned(flags)), { width: 100, color: false })
    .headings.slice(1)
    .map(({ title }) => title);

describe('a plan', () => {
  it('of a booking has its verdict, bars of what is booked and left, and a table of tiers', () => {
    const lines = linesOf('--duration 60 --left 100');
    expect(lines).toContain('verdict: fits');
    expect(lines.filter((line) => line.endsWith(']')).map((line) => line.split(' ')[0])).toEqual(['booked', 'left']);
    expect(headingsOf('--duration 60 --left 100')).toEqual(['Calculation', 'What to do', 'A whole day, by tier']);
  });

  it('of memory has bars of what is needed and there, and a table of precisions', () => {
    const lines = linesOf('--params 7b');
    expect(lines.some((line) => line.startsWith('verdict'))).toBe(false);
    expect(lines.filter((line) => line.endsWith(']')).map((line) => line.split(' ')[0])).toEqual(['needed', 'large', 'xlarge']);
    expect(headingsOf('--params 7b')).toContain('In other precisions');
    expect(headingsOf('--params 7b')).not.toContain('A whole day, by tier');
  });

  it('of both has a blank line between the bars', () => {
    const lines = linesOf('--params 7b --duration 60 --tier free');
    const at = lines.findIndex((line) => line.startsWith('needed'));
    expect(lines.slice(at - 2, at + 1).map((line) => line.split(' ')[0])).toEqual(['day', '', 'needed']);
  });

  it('has nothing to do where all is well', () => {
    const idle = ['--params 1b', '--duration 1 --tier pro', '--params 13b'].filter((flags) => planned(flags).advice.length === 0);
    expect(idle).not.toEqual([]);
    for (const flags of idle) expect(headingsOf(flags)).not.toContain('What to do');
  });

  it('leads to what tells more', () => {
    expect(planLinks(planned('--params 7b'))).toEqual(['large-or-xlarge', 'vram-sizing']);
    expect(planLinks(planned('--duration 60'))).toEqual(expect.arrayContaining(['choose-duration']));
    expect(planLinks(planned('--duration 60'))).not.toContain('vram-sizing');
    expect(planLinks(planned('--params 7b --duration 60'))).toEqual(expect.arrayContaining(['vram-sizing', 'choose-duration']));
  });
});
