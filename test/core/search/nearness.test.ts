/** How much a question must find to be answered. */
import { describe, expect, it } from 'vitest';
import { fitOf, Nearness } from '../../../src/core/search/nearness.ts';

const nearness = new Nearness({ elsewhere: ['bread', 'kubernetes'], here: ['space', 'hugging face', '空间'] });
const usual = nearness.leastFor('why does it stop');

describe('a question', () => {
  it.each(['my Space stops', 'Hugging-Face, why?', '我的空间', 'a space with bread'])('of ours must find less: %s', (question) => {
    expect(nearness.leastFor(question)).toBeLessThan(usual);
  });

  it.each(['how to bake bread', 'Kubernetes?'])('of another trade must find more: %s', (question) => {
    expect(nearness.leastFor(question)).toBeGreaterThan(usual);
  });

  it.each(['breadth first', 'spaceship', 'hugging a face', ''])('that only sounds so must find as much as any: %j', (question) => {
    expect(nearness.leastFor(question)).toBe(usual);
  });
});

it('what holds more of the question fits better, and so does what scores higher', () => {
  expect(fitOf(10, 1) - fitOf(10, 0)).toBeCloseTo(1);
  expect(fitOf(Math.E * 10, 0) - fitOf(10, 0)).toBeCloseTo(1);
});
