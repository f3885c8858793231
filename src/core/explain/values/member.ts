/** The argument or attribute that a message names, as the releases of its library know it. */
import { type Environment, versionOf } from '../../environment/environment.ts';
import type { KnownValue } from '../../library/condition.ts';
import type { Library } from '../../library/library.ts';
import { historyOfMember } from '../../library/members.ts';
import { compareVersions } from '../../library/version-range.ts';
import { packageOf } from './distribution.ts';

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

/** Values of a finding that only this tells. */
export const OF_MEMBER = ['library', 'renamed', 'outgrown'] as const;

type Told = Partial<Record<(typeof OF_MEMBER)[number] | 'distribution' | 'since' | 'gone', string>>;

/**
 * `library` is imported, its `distribution` installed; `since` the release to upgrade to; `gone` the one that is too new, and `renamed` what may
 * be written instead; `outgrown` the release that asks this of classes from elsewhere, which were written for an older one. Empty where the
 * tables do not tell, or where the version that the log shows speaks against it.
 */
export function memberValues(library: Library, named: Named, environment: Environment): Told {
  const name = named.argument ?? named.attribute;
  const owners = ownersOf(named);
  // The tables are opened by the first message that asks.
  if (name === undefined || owners.length === 0) return {};
  const history = historyOfMember(library.members, owners, String(name));
  if (history === null) return {};
  const { since, gone, instead, isInherited } = history;
  const distribution = packageOf(library, history.library);
  const whose = { library: history.library, distribution };
  const installed = versionOf(environment, distribution);
  const isBelow = (release: string): boolean | null => (installed === null ? null : compareVersions(installed, release) < 0);
  if (gone && isBelow(gone) !== true) return { ...whose, gone, ...(instead && { renamed: instead }) };
  if (!since) return {};
  // A class of the library has what the release brought; one from elsewhere, which extends it, does not know of it yet.
  if (isInherited && isBelow(since) !== true) return isBelow(since) === false ? { ...whose, outgrown: since } : {};
  return isBelow(since) === false ? {} : { ...whose, since };
}

/** Who is asked, as the tables write it. Which method of a class is meant is not always captured. */
function ownersOf({ function: called, class: owner, argument }: Named): string[] {
  if (argument === undefined) return owner === undefined ? [] : [String(owner)];
  if (called === undefined && owner === undefined) return [];
  const calls =
    called === undefined || called === owner ? ['', '.__call__', '.forward'].map((method) => `${owner}${method}`) : [String(called)];
  return calls.map((call) => `${call.replace(/\.__init__$/, '')}()`);
}
