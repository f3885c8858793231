/** A file that Python itself refuses: nothing in it runs, and neither does what imports it. */
import type { Check } from '../../check.ts';

export const check: Check = {
  level: 'fails',
  about: 'Python cannot read a file of the app',
  see: ['does-not-start', 'python-version-mismatch'],
  find: ({ program }) =>
    program.modules.flatMap(({ path, refusal, isMain }) => {
      if (!refusal?.isCertain) return [];
      const { line, column, what } = refusal;
      return [
        {
          place: { file: path, line, column },
          message: `Python cannot read ${path}: ${what}.`,
          because: [isMain ? 'the Space runs this file' : 'the app imports it'],
        },
      ];
    }),
};
