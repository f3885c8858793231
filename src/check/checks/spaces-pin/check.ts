/** `spaces==…`: the platform brings its own version of spaces, and a pin contradicts it sooner or later. */
import type { Check } from '../../check.ts';
import { requirementsOf } from '../../space/space.ts';

export const check: Check = {
  level: 'consider',
  about: 'spaces is pinned, but ZeroGPU installs its own version',
  see: ['no-spaces-in-requirements', 'spaces-pin-conflict'],
  find: (space) =>
    requirementsOf(space, 'spaces')
      .filter(({ specifier }) => /={2,3}|~=|</.test(specifier))
      .map(({ file, line, specifier }) => ({
        place: { file, line, column: 1 },
        message: `${file} pins spaces ${specifier}. ZeroGPU installs its own version of spaces.`,
        because: ['a pin that conflicts with the platform’s fails the resolution, and an old spaces lacks what the scheduler expects'],
        fix: { title: 'Remove spaces', edits: [{ file, line, count: 1, lines: [] }] },
      })),
};
