/** pip that runs while the app starts or serves: slow at every start, and against the versions that the build has chosen. */
import type { Check } from '../../check.ts';
import { installCommands } from '../../libraries/commands.ts';
import { placeOf } from '../../program/module.ts';
import { dottedName, isCallable, type Node, parentOf } from '../../python/tree.ts';
import { normalName } from '../../space/requirements.ts';
import { requirementsOf, type Space } from '../../space/space.ts';

export const check: Check = {
  level: 'costs',
  about: 'a package is installed while the app runs',
  see: ['prebuilt-wheels-only', 'pin-dependencies', 'install-cuda-package'],
  find: (space) =>
    installCommands(space.program)
      .filter(({ isCertain, call, words }) => isCertain && !(standsInForImport(call) && isInstalled(words, space)))
      .map(({ call, module, words }) => ({
        place: placeOf(module, call),
        message: `${installed(words)} is installed by pip while the app runs: again at every start, and unseen by the build.`,
        because: [
          `the command is: ${words
            .replace(/\s{1,200}/g, ' ')
            .trim()
            .slice(0, 160)}`,
        ],
      })),
};

/** Whether it runs only where an import failed. */
function standsInForImport(call: Node): boolean {
  for (let at: Node | undefined = call; at && !isCallable(at); at = parentOf(at))
    if (at.nodeType === 'ExceptHandler' && /^(?:ImportError|ModuleNotFoundError)$/.test(dottedName(at.type ?? undefined))) return true;
  return false;
}

/** Whether the build has installed all that the command names: an import of it does not fail. */
function isInstalled(words: string, space: Space): boolean {
  const names = packagesIn(words).map((each) => normalName(each.replace(/[^\w.-].{0,200}$/, '')));
  return names.length > 0 && names.every((name) => requirementsOf(space, name).length > 0);
}

function installed(words: string): string {
  return packagesIn(words)[0]?.slice(0, 80) ?? 'A package';
}

/** The things behind `install` that are no options. */
function packagesIn(words: string): string[] {
  const behind = words.split(/\binstall\b/, 2)[1] ?? '';
  return behind.split(/\s{1,200}/).filter((each) => each && !each.startsWith('-'));
}
