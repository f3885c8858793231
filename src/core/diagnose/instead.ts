/** The same words mean another thing on another machine: such a finding is told as what it is there. */

import type { Environment } from '../environment/environment.ts';
import { ofBuilding } from '../environment/packages/building.ts';
import { holds, type Known } from '../library/condition.ts';
import type { Library } from '../library/library.ts';
import { neutralise, type SafeText } from '../text/neutralise.ts';
import type { Finding } from './diagnosis.ts';

/**
 * The findings in their order, each under the id of the page that tells it best on this machine. What then stands there twice is told once.
 */
export function toldInstead(library: Library, findings: readonly Finding[], environment: Environment): Finding[] {
  const changes = new Map<string, string>();
  const told = findings.map((finding) => {
    const better = betterFor(library, finding, environment);
    if (better) changes.set(finding.id, better.id);
    return better ?? finding;
  });
  if (changes.size === 0) return told;
  const idOf = (id: string): string => changes.get(id) ?? id;
  return told
    .filter(({ id }, at) => told.findIndex((other) => other.id === id) === at)
    .map((finding) => (finding.causedBy === null ? finding : { ...finding, causedBy: idOf(finding.causedBy) }));
}

function betterFor(library: Library, finding: Finding, environment: Environment): Finding | null {
  const { where, os, python } = environment;
  const { instead } = library.error(finding.id).signature;
  if (instead.length === 0) return null;
  const hidden = namesakeOf(finding);
  const known: Known = {
    ...finding.values,
    hidden,
    where: where === 'unknown' ? undefined : where,
    os: os ?? undefined,
    python: python ?? undefined,
    'own-file': ownFileOf(finding),
    ...ofBuilding(environment),
  };
  const better = instead.find(({ when }) => holds(when, known) === true);
  if (!better) return null;
  const { signature, role } = library.error(better.id);
  // The fix of that page is named by one of its patterns, which is what a finding points to.
  const pattern = signature.patterns.findIndex(({ fixes }) => fixes[0] === better.fix);
  const values = hidden === undefined ? finding.values : { ...finding.values, hidden };
  return { ...finding, values, id: better.id, pattern, role: finding.role === 'cause' ? role : finding.role };
}

/** The library that lacks a name, where the user's own file is named as it is and was imported in its place. */
function namesakeOf({ location, evidence }: Finding): SafeText | undefined {
  const own = /(?:^|[\\/])(\w{1,60})\.py$/.exec(location?.file ?? '')?.[1];
  const lacking = /\bmodule \W{1,2}(\w{1,60})\W{1,2} has no attribute\b/.exec(evidence)?.[1];
  return own !== undefined && lacking === own ? neutralise(own) : undefined;
}

/** The file that a dotted module stands for, where its first part is a folder on the way to the user's own frame. */
export function ownFileOf({ location, values }: Pick<Finding, 'location' | 'values'>): string | undefined {
  const [folder = '', ...rest] = String(values.module ?? '').split('.');
  const folders = (location?.file ?? '').split(/[\\/]/).slice(0, -1);
  return rest.length > 0 && folders.includes(folder) ? `${[folder, ...rest].join('/')}.py` : undefined;
}
