import { describe, expect, it } from 'vitest';
import { inside } from '../security/inside.ts';
import { program } from './program.ts';

describe('plan', () => {
  it('answers a pipe with the sum, without decoration', async () => {
    const { code, out, err } = await program(['plan', '--duration', '120', '--size', 'xlarge', '--tier', 'free', '--left', '200']);
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('120 × 2 = 240 s');
    expect(out).toMatch(/booked 240 s \[#+\]/);
    expect(out).not.toContain('\u001b');
  });

  it('is one JSON document of the contract', async () => {
    const { out } = await inside(['plan', '--duration', '60', '--tier', 'free', '--params', '13b', '--json']);
    expect(JSON.parse(out)).toMatchObject({
      schema: 'zerogpu-advisor/plan@1',
      input: { duration: 60, size: 'large', tier: 'free', left: null, params: [13e9], dtype: 'bf16', overhead: 20 },
      booked: 90,
      verdict: 'fits',
      memory: { weightsGB: 26, needGB: 31.2, size: 'large' },
    });
  });

  it.each([[['plan']], [['plan', '--duration', 'soon']], [['plan', '60']]])(
    'refuses %j with one sentence on standard error',
    async (args) => {
      const { code, out, err } = await inside(args);
      expect({ code, out }).toEqual({ code: 2, out: '' });
      expect(err.trim().split('\n')).toHaveLength(1);
    },
  );
});
