import { describe, expect, it } from 'vitest';
import { Shapes, unlisted } from '../../../src/knowledge/shipped/shapes.ts';
import { library } from '../../library.ts';

const shipped = (value: unknown) => {
  const shapes = new Shapes();
  const text = JSON.stringify(shapes.listed(value));
  return {
    text,
    shapes: JSON.parse(JSON.stringify(shapes.all)),
    again: unlisted(JSON.parse(text), JSON.parse(JSON.stringify(shapes.all))),
  };
};

describe('objects as they are shipped', () => {
  it.each([
    [null],
    ['text'],
    [0],
    [[]],
    [[[], [0], [1, [2]]]],
    [{}],
    [{ type: 'code', text: 'x' }],
    [{ type: 7, of: { type: null } }],
    [[{ a: 1, b: [] }, { b: [], a: 1 }, { a: { a: false } }]],
  ])('%j is the same when it was put together again', (value) => expect(shipped(value).again).toEqual(value));

  it('of one look are written once', () => {
    const { text, shapes } = shipped([
      { type: 'code', text: 'a' },
      { type: 'code', text: 'b' },
      { type: 'entry', text: 'c' },
    ]);
    expect(shapes).toEqual([
      ['code', 'text'],
      ['entry', 'text'],
    ]);
    expect(text).toBe('[0,[1,"a"],[1,"b"],[2,"c"]]');
  });

  it('without a value are left out, as JSON does', () => expect(shipped({ a: undefined, b: 1 }).again).toEqual({ b: 1 }));

  it('are all pages', () => {
    const pages = JSON.parse(JSON.stringify(library.entries));
    expect(shipped(pages).again).toEqual(pages);
  });
});
