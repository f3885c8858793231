/** The argument or attribute that a message names, as the releases of its library know it. */
import { type Environment, versionOf } from '../environment/environment.ts';
import type { KnownValue } from '../library/condition.ts';
import type { Library } from '../library/library.ts';
import { historyOfMember } from '../library/members.ts';
import { compareVersions } from '../library/version-range.ts';

/** What a message says of it, by the names of captures. */
interface Named {
  /** `Trainer`, `Trainer.train`, `hf_hub_download`: what was called. */
  function?: KnownValue;
  /** What was called or asked. */
  class?: KnownValue;
  /** The name that a call gives. */
  argument?: KnownValue;
  /** The name that an object is asked for. */
  attribute?: KnownValue;
}

/** The names of what {@link memberValues} tells. */
export const OF_MEMBER = ['library', 'maker', 'came', 'went', 'renamed', 'outgrown'] as const;

/**
 * `library` is imported, `maker` installed; `came` the release to upgrade to; `went` the one that is too new, and `renamed` what may be written instead;
 * `outgrown` the release that asks this of classes from elsewhere, which were written for an older one. Empty where the tables do not tell,
 * or where the version that the log shows speaks against it.
 */
export function memberValues(
  library: Library,
  named: Named,
  environment: Environment,
): Partial<Record<(typeof OF_MEMBER)[number], string>> {
  const { argument, attribute } = named;
  const name = argument ?? attribute;
  if (name === undefined) return {};
  const history = historyOfMember(library.members, ownersOf(named), String(name));
  if (history === null) return {};
  const { library: imported, since, gone, instead, isInherited } = history;
  const maker = library.modules[imported] ?? imported.replaceAll('_', '-');
  const whose = { library: imported, maker };
  const installed = versionOf(environment, maker);
  const isBelow = (release: string): boolean | null => (installed === null ? null : compareVersions(installed, release) < 0);
  if (gone && isBelow(gone) !== true) return { ...whose, went: gone, ...(instead && { renamed: instead }) };
  if (!since || gone) return {};
  // A class of the library has what the release brought; one from elsewhere, which extends it, does not know of it yet.
  if (isInherited && isBelow(since) !== true) return isBelow(since) === false ? { ...whose, outgrown: since } : {};
  return isBelow(since) === false ? {} : { ...whose, came: since };
}

/** Who is asked, as the tables write it. Which method of a class is meant is not always captured. */
function ownersOf({ function: called, class: owner, argument }: Named): string[] {
  if (argument === undefined) return owner === undefined ? [] : [String(owner)];
  const calls =
    called === undefined || called === owner ? ['', '.__call__', '.forward'].map((method) => `${owner}${method}`) : [String(called)];
  return calls.map((call) => `${call.replace(/\.__init__$/, '')}()`);
}
