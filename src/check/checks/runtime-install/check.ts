/** pip that runs while the app starts or serves: slow at every start, and against the versions that the build has chosen. */
import type { Check } from '../../check.ts';
import { installCommands } from '../../libraries/commands.ts';
import { placeOf } from '../../program/module.ts';

export const check: Check = {
  level: 'costs',
  about: 'a package is installed while the app runs',
  see: ['prebuilt-wheels-only', 'pin-dependencies', 'install-cuda-package'],
  find: ({ program }) =>
    installCommands(program)
      .filter(({ isCertain }) => isCertain)
      .map(({ call, module, words }) => ({
        place: placeOf(module, call),
        message: `${installed(words)} is installed by pip while the app runs: at every start again, and behind the back of the build.`,
        because: [
          `the command is: ${words
            .replace(/\s{1,200}/g, ' ')
            .trim()
            .slice(0, 160)}`,
        ],
      })),
};

/** The first thing behind `install` that is no option. */
function installed(words: string): string {
  const behind = words.split(/\binstall\b/, 2)[1] ?? '';
  return (
    behind
      .split(/\s{1,200}/)
      .find((each) => each && !each.startsWith('-'))
      ?.slice(0, 80) ?? 'A package'
  );
}
