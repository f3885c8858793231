import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planDocument } from '../../../src/core/document/plan.ts';
import { SIZES } from '../../../src/core/plan/booking.ts';
import { figuresOf, TIERS } from '../../../src/core/plan/figures.ts';
import { makePlan } from '../../../src/core/plan/make-plan.ts';
import { DTYPES } from '../../../src/core/plan/memory.ts';
import type { PlanInput } from '../../../src/core/plan/shape.ts';
import { toJson } from '../../../src/render/json.ts';
import { paint } from '../../../src/render/paint.ts';
import { library } from '../../library.ts';
import { BOOKINGS, MEMORIES } from './cases.ts';
import { plannedWith as planned } from './planned.ts';

const figures = figuresOf(library.facts);

const NOTHING: PlanInput = { duration: null, size: null, tier: null, left: null, spaces: null, takes: null, requested: null, memory: null };

describe('worked bookings', () => {
  it.each(BOOKINGS)('$flags books $booked: $verdict ($from)', ({ flags, booked, verdict, largest, charge, calls }) => {
    const { booking, ...plan } = planned(flags as Record<string, string>);
    expect({ booked: booking?.booked, verdict: plan.verdict }).toEqual({ booked, verdict });
    if (largest !== undefined) expect(booking?.largest).toBe(largest);
    if (charge) expect([booking?.charge.least, booking?.charge.most]).toEqual(charge);
    if (calls) expect([booking?.calls?.least, booking?.calls?.most]).toEqual(calls);
  });
});

describe('worked memory', () => {
  it.each(MEMORIES)('$params in $dtype needs $needGB GB: $size ($from)', ({ params, dtype, overhead, weightsGB, needGB, size }) => {
    const { memory, booking } = planned({ params, dtype, ...(overhead ? { overhead } : {}) });
    expect(booking).toBeNull();
    expect({ weightsGB: memory?.weightsGB, needGB: memory?.needGB, size: memory?.size }).toEqual({ weightsGB, needGB, size });
  });
});

it('a booking as long as the whole day of the tier is legal, and waits for the next one', () => {
  const day = planned({ duration: '1', tier: 'free' }).booking?.room?.seconds as number;
  const verdict = (seconds: number) => planned({ duration: String(seconds / 1.5), tier: 'free', left: '1' }).verdict;
  expect([verdict(day), verdict(day + 3)]).toEqual(['quota-exceeded', 'illegal-duration']);
});

describe('what the plan says', () => {
  it('dates every figure of the sum', () => {
    const { because } = planned({ duration: '60', tier: 'free' });
    expect(because.join('\n')).toMatch(/60 × 1\.5 = 90 s/);
    expect(because.join('\n')).toMatch(/5 min = 300 s \(hub-zerogpu, \d{4}-\d\d-\d\d\)/);
    expect(because.join('\n')).toMatch(/by 1\.5 \(spaces-package, \d{4}-\d\d-\d\d\)/);
  });

  it('never states a per-call maximum or a number of runs', () => {
    for (const { flags } of BOOKINGS) {
      const { because, booking } = planned(flags as Record<string, string>);
      if (booking)
        expect(because.join('\n')).toContain('nobody publishes them: the largest booking of one call, and the number of runs a day');
    }
  });

  it('says that the whole day counts when nothing is said of what is left', () => {
    expect(planned({ tier: 'free' }).because.join('\n')).toContain('not said, so the whole day counts');
    expect(planned({ duration: '60' }).because.join('\n')).toContain('Give --left, or --tier');
  });

  it('calls the illegal duration a reading, not a documented rule', () => {
    expect(planned({ duration: '300', tier: 'free' }).because.join('\n')).toContain(
      'by the best reading of the evidence; the limit of one call is unpublished',
    );
  });

  it('advises in the order of the issue', () => {
    const { advice } = planned({ duration: '100', size: 'xlarge', tier: 'anonymous' });
    const starts = ['Declare at most 60 s', 'Let the inputs decide', 'Split the work', 'Sign in', 'Leave xlarge', 'A higher tier'];
    expect(advice.map(({ say }) => starts.findIndex((start) => say.startsWith(start)))).toEqual([0, 1, 2, 3, 4, 5]);
    const pro = planned({ duration: '1500', size: 'xlarge', tier: 'pro' }).advice.map(({ say }) => say.split(':')[0]);
    expect(pro.slice(-2)).toEqual(['A higher tier', 'Credits']);
  });

  it.each([
    [
      'a run that needs less than is declared',
      { duration: '60', takes: '40' },
      /^Declare less: 56 s is 40 s × 1\.4 /,
      '@spaces.GPU(duration=56)',
    ],
    ['a run that needs more', { duration: '60', takes: '48' }, /^Declare more.*: 68 s is 48 s × 1\.4 /, '@spaces.GPU(duration=68)'],
    ['nothing declared', {}, /^Declare the duration: /, '@spaces.GPU(duration=20)'],
    ['a run that nobody has timed', { duration: '60' }, /^Declare no more than the work needs: /, ''],
  ])('advises even when the call fits: %s', (_, flags, words, code) => {
    const { verdict, advice } = planned({ tier: 'free', ...flags });
    expect(verdict).toBe('fits');
    expect(advice.map(({ code }) => code)).toEqual([code]);
    expect(advice[0]?.say).toMatch(words);
  });

  it('has no advice where exactly what is needed is declared', () => {
    expect(planned({ tier: 'free', duration: '56', takes: '40' }).advice).toEqual([]);
  });

  it('says that the client cuts fractions of a second, where there are some', () => {
    expect(planned({ duration: '90.5' }).because[0]).toMatch(/^Declared: 90\.5 s\. The client cuts fractions/);
    expect(planned({ duration: '90' }).because[0]).toBe('Declared: 90 s.');
  });

  it('says of visitors alone that other balances were seen', () => {
    expect(planned({ tier: 'anonymous' }).because.join('\n')).toMatch(/Balances of .* were seen too/);
    expect(planned({ tier: 'free' }).because.join('\n')).not.toMatch(/were seen too/);
  });

  it.each([
    ['that a run does not fit into less', 'that a run takes do not fit into it', { duration: '300', takes: '250' }, { takes: '100' }],
    [
      'what is left today, where it is less than a fresh day',
      'on a fresh day (with 90 s left: 60 s)',
      { duration: '300', left: '90' },
      { left: '300' },
    ],
    ['that a run is longer than declared', 'That is longer than declared', { duration: '60', takes: '61' }, { takes: '60' }],
    ['that more is left than a day has', 'That is more than the documented day', { duration: '60', left: '301' }, { left: '300' }],
    ['what the message of a refusal prints', 'The message prints', { duration: '300' }, { duration: '60' }],
  ])('says %s, and only there', (_, words, flags, otherwise) => {
    const said = (given: Record<string, string>) => {
      const { because, advice } = planned({ tier: 'free', ...given });
      return [...because, ...advice.map(({ say }) => say)].join('\n');
    };
    expect(said(flags)).toContain(words);
    expect(said({ ...flags, ...otherwise })).not.toContain(words);
  });

  it.each([
    [{ takes: '60' }, '3 calls of 137 s', 'all of them fit into 300 s'],
    [{ takes: '180' }, '3 calls of 137 s', 'at least 2 fit into 300 s'],
    [{}, '3 calls of 137 s', 'at least one fits into 300 s'],
  ])('says how many parts of the work pass: %j', (flags, parts, pass) => {
    const { advice } = planned({ duration: '410', tier: 'free', ...flags });
    expect(advice.find(({ say }) => say.startsWith('Split'))?.say).toContain(`${parts}: each is checked by itself, and ${pass}.`);
  });

  it('answers for the booking and for the model in one line', () => {
    expect(planned({ params: '7b', duration: '60', tier: 'free' }).headline).toMatch(
      /^It fits: 60 s on large books 90 s, .*; 7B in bf16 needs .*: large$/,
    );
    expect(planned({ params: '7b' }).headline).toMatch(/^7B in bf16 needs/);
    expect(planned({ duration: '60', tier: 'free' }).headline).not.toContain(';');
  });

  it('sends a model elsewhere as it is, or in any precision', () => {
    const last = (params: string) => planned({ params, dtype: 'bf16' }).advice.at(-1)?.say;
    expect(last('70b')).toMatch(/^As it is, it is not for ZeroGPU/);
    expect(last('400b')).toMatch(/^No precision fits: it is not for ZeroGPU/);
  });

  it('quantises before it takes the larger card', () => {
    const { advice } = planned({ params: '27b' });
    expect(advice.map(({ say }) => say.split(':')[0])).toEqual([
      'Quantise first',
      'Else take xlarge; every declared second then counts twice.',
    ]);
    expect(planned({ params: '7b' }).advice).toEqual([]);
    expect(planned({ params: '200b' }).advice.at(-1)?.say).toContain('No precision fits');
  });

  it('books on xlarge when the model needs it and no size is said', () => {
    expect(planned({ params: '27b', duration: '60', tier: 'free' })).toMatchObject({
      verdict: 'fits',
      booking: { booked: 120, size: 'xlarge' },
    });
  });

  it('is not content with a booking when the memory is not enough', () => {
    const plan = planned({ params: '27b', duration: '60', tier: 'free', size: 'large' });
    expect(plan.verdict).toBe('unknown');
    expect(plan.headline).toContain('Admitted, but the memory is not enough');
    expect(plan.because.at(-1)).toContain('run out of memory');
  });

  it.each([
    [{ params: '7b', dtype: 'int8' }, '7B parameters × 1 byte in int8 = 7 GB.'],
    [{ params: '7b', dtype: 'bf16' }, '7B parameters × 2 bytes in bf16 = 14 GB.'],
    [
      { params: '7b+500m', dtype: 'bf16' },
      '7B + 500M = 7.5B parameters × 2 bytes in bf16 = 15 GB. All that is put on cuda at start adds up.',
    ],
  ])('counts the weights of %j', (flags, step) => expect(planned(flags).because[0]).toBe(`Weights: ${step}`));

  it.each([
    ['7b', 'fit into large.'],
    ['27b', 'fit into xlarge.'],
    ['70b', 'fit into neither.'],
  ])('says into which card %s go', (params, words) => {
    const { because } = planned({ params, dtype: 'bf16' });
    expect(because.filter((step) => step.startsWith('Against the card: ') && step.endsWith(words))).toHaveLength(1);
  });

  it('calls a need close to the card tight', () => {
    expect(planned({ params: '70b', dtype: 'nf4' })).toMatchObject({ memory: { size: 'large', isTight: true } });
    expect(planned({ params: '13b' })).toMatchObject({ memory: { isTight: false } });
  });

  it('tells when a refusal has several readings', () => {
    const plan = planned({ requested: '60' });
    expect(plan).toMatchObject({ booking: null, verdict: 'unknown' });
    expect(plan.because[0]).toContain('duration=40 on large');
    expect(planned({ requested: '60', left: '12' }).verdict).toBe('quota-exceeded');
  });

  it('links only to entries that exist', () => {
    const ids = [
      ...BOOKINGS.map(({ flags }) => flags),
      { params: '27b+8b' },
      { params: '70b' },
      { params: '900b' },
      { params: '70b', dtype: 'nf4' },
    ]
      .flatMap((flags) => planned(flags as Record<string, string>).advice)
      .flatMap(({ see }) => see);
    const missing = [...new Set(ids)].filter((id) => library.get(id)?.id !== id);
    expect(missing).toEqual([]);
  });
});

describe('the same numbers everywhere', () => {
  it.each(BOOKINGS)('$flags', ({ flags, booked }) => {
    const plan = planned(flags as Record<string, string>);
    const json = JSON.parse(toJson({ type: 'plan', plan })) as Record<string, unknown>;
    expect(json.schema).toBe('zerogpu-advisor/plan@1');
    expect(json.booked).toBe(booked);
    expect(json.because).toEqual(plan.because);
    const text = paint(planDocument(plan), { width: 100, color: false }).lines.join(' ').replace(/\s+/g, ' ');
    expect(text).toContain(`books ${Math.round(booked * 100) / 100} s`);
    for (const step of plan.because) expect(text).toContain(step);
    for (const { say } of plan.advice) expect(text).toContain(say);
  });

  it.each([40, 80, 120])('fits into %i columns', (width) => {
    for (const flags of [
      { duration: '120', size: 'xlarge', tier: 'free', left: '200', params: '27b+5b' },
      { params: '70b' },
      { requested: '60' },
    ]) {
      const { lines, snippets } = paint(planDocument(planned(flags as unknown as Record<string, string>)), { width, color: false });
      const isCode = (line: number) => snippets.some((snippet) => line >= snippet.line && line < snippet.line + snippet.height);
      expect(Math.max(...lines.map((line, index) => (isCode(index) ? 0 : line.length)))).toBeLessThanOrEqual(width);
    }
  });
});

describe('properties', () => {
  const size = fc.constantFrom(...SIZES);
  const tier = fc.constantFrom(null, ...TIERS);
  const spaces = fc.constantFrom(null, '0.30.0', '0.49.1', '0.49.2', '0.50.2', '0.50.4', '0.51.3');
  const seconds = fc.integer({ min: 1, max: 86_399_000 }).map((thousandth) => thousandth / 1000);
  const left = fc.option(
    fc.integer({ min: -100_000, max: 5_000_000 }).map((thousandth) => thousandth / 1000),
    { nil: null },
  );
  const inputs = fc.record({ size, tier, spaces, left });

  it('books more for more, and never admits more than less', () => {
    fc.assert(
      fc.property(inputs, seconds, seconds, (given, one, other) => {
        const [less, more] = [Math.min(one, other), Math.max(one, other)].map((duration) =>
          makePlan({ ...NOTHING, ...given, duration }, figures),
        );
        expect(less?.booking?.booked).toBeLessThanOrEqual(more?.booking?.booked ?? 0);
        if (more?.verdict === 'fits') expect(less?.verdict).toBe('fits');
        expect(less?.booking?.calls?.least ?? 0).toBeGreaterThanOrEqual(more?.booking?.calls?.least ?? 0);
      }),
    );
  });

  it('never fits when the booking exceeds what is left', () => {
    fc.assert(
      fc.property(inputs, seconds, (given, duration) => {
        const factor = given.size === 'xlarge' ? 2 : given.spaces === '0.30.0' || given.spaces === '0.49.1' ? 1 : 1.5;
        const room = given.left ?? { anonymous: 120, free: 300, pro: 2400, team: 2400, enterprise: 3600 }[given.tier ?? 'free'];
        const isKnown = given.left !== null || given.tier !== null;
        const { verdict } = makePlan({ ...NOTHING, ...given, duration }, figures);
        expect(verdict === 'fits').toBe(isKnown && Math.round(duration * factor * 1e4) <= Math.round(room * 1e4));
      }),
    );
  });

  it('proposes the largest whole duration that passes', () => {
    fc.assert(
      fc.property(inputs, (given) => {
        const { booking } = makePlan({ ...NOTHING, ...given, left: given.left ?? 100, duration: 86_000 }, figures);
        const largest = booking?.largest ?? 0;
        const verdictFor = (duration: number) => makePlan({ ...NOTHING, ...given, left: given.left ?? 100, duration }, figures).verdict;
        if (largest > 0) expect(verdictFor(largest)).toBe('fits');
        expect(verdictFor(largest + 1)).not.toBe('fits');
      }),
    );
  });

  it('needs more memory for more parameters and wider types', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1e6, max: 1e12 }), { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 0, max: 500 }),
        (params, overhead) => {
          const needs = DTYPES.map((dtype) => makePlan({ ...NOTHING, memory: { params, dtype, overhead } }, figures).memory?.needGB ?? 0);
          expect(needs).toEqual([...needs].sort((a, b) => b - a));
          const more = makePlan({ ...NOTHING, memory: { params: [...params, 1e9], dtype: 'bf16', overhead } }, figures).memory?.needGB ?? 0;
          expect(more).toBeGreaterThan(needs[1] as number);
        },
      ),
    );
  });
});
