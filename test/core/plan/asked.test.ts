import { describe, expect, it } from 'vitest';
import { planOf } from '../../../src/commands/plan.ts';
import { askedPlan } from '../../../src/core/plan/asked.ts';
import { library } from '../../library.ts';

describe('a plan in plain words', () => {
  it.each([
    ['plan', {}],
    ['  Plan  ', {}],
    ['\n are 120\tseconds  enough ', { duration: '120' }],
    ['does it fit?', {}],
    ['does a 13B bf16 model fit with 90 s calls as a free user', { params: '13b', dtype: 'bf16', duration: '90', tier: 'free' }],
    ['will a 70b model in 4-bit fit on xlarge', { params: '70b', dtype: 'nf4', size: 'xlarge' }],
    ['how much vram does a 1.5 billion model need in float16', { params: '1.5b', dtype: 'fp16' }],
    ['are 120 seconds allowed for a pro account with 100s left', { duration: '120', tier: 'pro', left: '100' }],
    ['are 2 minutes enough', { duration: '2m' }],
  ])('%s', (question, flags) => {
    const asked = askedPlan(question);
    expect(asked?.flags).toEqual(flags);
    expect(planOf(asked?.flags ?? {}, library).type).toBe('plan');
  });

  it.each([
    'quota exceeded',
    'why was my 13b model aborted after 60 s',
    'is zerogpu free',
    'You have exceeded your free ZeroGPU quota (60s requested vs. 12s left)',
    'plan a trip to Rome',
    'does the fp8 kernel fit',
    'how much does it cost',
    '',
  ])('nothing to calculate: %s', (question) => expect(askedPlan(question)).toBeNull());

  it('is a command that can be pasted', () => {
    expect(askedPlan('does a 13B model fit in 8 bit')?.command).toBe('zerogpu-advisor plan --params 13b --dtype int8');
    expect(askedPlan('plan')?.command).toBe('zerogpu-advisor plan');
  });
});
