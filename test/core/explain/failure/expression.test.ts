/** Which expression a message speaks of: read out of the quoted statement, and out of the marks below it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { expressionOf, handedOver, type Said } from '../../../../src/core/explain/failure/expression.ts';
import { operandBefore, partsOf } from '../../../../src/core/explain/failure/operand.ts';
import { ASKED, type Asked } from '../../../../src/core/library/failure.ts';

const ATTRIBUTE = { attribute: 'get' };

describe('the expression of a statement', () => {
  it.each<[string, Asked, Said, string | null]>([
    ['new = {k: overrides.get(v, v) for k, v in base.items()}', 'attribute', ATTRIBUTE, 'overrides'],
    ['x = model(a, b).out[0].get(1)', 'attribute', ATTRIBUTE, 'model(a, b).out[0]'],
    ['x = a.get(1) + b.get(1)', 'attribute', ATTRIBUTE, null],
    ['x = a.get(1) + a.get(2)', 'attribute', ATTRIBUTE, 'a'],
    ['x = a.getter(1)', 'attribute', ATTRIBUTE, null],
    ['first = result.images[0]', 'item', {}, 'result.images'],
    ['first = [a, b]', 'item', {}, null],
    ['v = voices[names[i]]', 'item', {}, null],
    ['out = self.text_encoder(ids)', 'call', {}, 'self.text_encoder'],
    ['if (ready):', 'call', {}, null],
    ['result = context.run(func, *args)', 'call', {}, null],
    ['v = voices["Anna"] or names[i]', 'key', { key: 'Anna' }, 'voices'],
    ['n = len(result.images)', 'length', {}, 'result.images'],
    ['n = len(take(a, b)) + 1', 'length', {}, 'take(a, b)'],
    ['for row in table.rows:', 'each', {}, 'table.rows'],
    ['rows = [x for x in found if x]', 'each', {}, 'found'],
    ['a, b = split(text)', 'values', {}, 'split(text)'],
    ['a = split(text)', 'values', {}, null],
    ['assert isinstance(x, str)', 'condition', {}, 'isinstance(x, str)'],
    ['assert (', 'condition', {}, null],
    ['assert len(x) > 3, "short"', 'condition', {}, 'len(x) > 3'],
    ['total = price + tax', 'side', { sign: '+', left: 'NoneType' }, 'price'],
    ['total = price + tax', 'side', { sign: '+', left: 'str' }, 'tax'],
    ['total = a + b + c', 'side', { sign: '+', left: 'str' }, null],
    ['total = price + 3', 'side', { sign: '+', left: 'str' }, null],
    ['total = price', 'side', { sign: '+', left: 'str' }, null],
  ])('%s, asked for %s', (quoted, asked, said, expression) => expect(expressionOf(asked, said, { quoted })).toBe(expression));

  it.each<[Asked, Said, string, number, number, string]>([
    ['attribute', ATTRIBUTE, 'b.get', 0, 5, 'b'],
    ['item', {}, 'rows[i][j]', 7, 10, 'rows[i]'],
    ['call', {}, 'cfg.go(x)', 6, 9, 'cfg.go'],
    ['side', { sign: '+', left: 'NoneType' }, 'a + b + c', 6, 7, 'a + b'],
    ['side', { sign: '+', left: 'str' }, 'a + b', 2, 3, 'b'],
    ['each', {}, 'rows', 0, 4, 'rows'],
  ])('the marks decide which one it is: %s', (asked, said, text, from, to, expression) => {
    expect(expressionOf(asked, said, { quoted: 'x = a.get() or b.get(rows[i][j](c))', pointed: { text, from, to } })).toBe(expression);
  });

  it('is none where nothing is quoted', () => {
    expect(expressionOf('item', {}, { quoted: '' })).toBeNull();
    expect(expressionOf('item', {}, null)).toBeNull();
  });

  it('is a part of the statement, whatever that is', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ASKED),
        fc.string({ unit: fc.constantFrom(...'ab.[]()\'" ,+=:\n'), maxLength: 60 }),
        (asked, quoted) => {
          const found = expressionOf(asked, { attribute: 'a', key: 'a', sign: '+', left: 'str' }, { quoted });
          expect(found === null || quoted.includes(found)).toBe(true);
        },
      ),
    );
  });
});

describe('what stands before a place', () => {
  it.each([
    ['x = rows[', 'rows'],
    ['return [', null],
    ['f(a)(b)[', 'f(a)(b)'],
    ['1.', null],
    [')[', null],
    // Nobody reads a longer one.
    [`${'a'.repeat(60)}[`, 'a'.repeat(60)],
    [`${'a.'.repeat(30)}b[`, null],
  ])('%s', (text, operand) => expect(operandBefore(text, text.length - 1)).toBe(operand));
});

it('the parts of a call are apart at its commas, and none is empty', () => {
  expect(partsOf('a, f(b, c)[1, 2], {d: e, f: g}')).toEqual(['a', 'f(b, c)[1, 2]', '{d: e, f: g}']);
  expect([partsOf(' a, , b,'), partsOf('')]).toEqual([['a', 'b'], []]);
});

describe('what a call hands over', () => {
  it.each([
    ['out = pipe(prompt, image=img, steps=30, mask=None)', ['prompt', 'img']],
    ['print(emb(ids).shape)', ['ids']],
    ['x = f(*args, **kwargs)', ['args', 'kwargs']],
    ['x = f("a", 3)', []],
    ['x = 3', []],
    ['x = f(a, g(b, c), a)', ['a']],
    ['x = f(a, , b,)', ['a', 'b']],
  ])('%s', (quoted, names) => expect(handedOver(quoted)).toEqual(names));
});
