import { describe, expect, it } from 'vitest';
import { literalsOf } from '../../../src/knowledge/patterns/literals.ts';

describe('what a match cannot do without', () => {
  it.each([
    ['out of memory', ['out of memory']],
    ['(?:CUDA|HIP) (?:errors|failure): x', ['errors', 'failure']],
    ['(?:quota )?exceeded \\d{1,5}', ['exceeded ']],
    ['ab(?:c|)', []],
    ['(?:exceeded|\\d{1,9})', []],
  ])('%s: to find lines by', (source, literals) => expect(literalsOf(source)).toEqual(literals));
});
