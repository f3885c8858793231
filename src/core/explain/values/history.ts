/** When a name that an import asks for came into its library, and when it went. */

import type { Finding } from '../../diagnose/diagnosis.ts';
import { type Environment, versionOf } from '../../environment/environment.ts';
import type { Library } from '../../library/library.ts';
import { historyOfFamily, historyOfModule, historyOfName, type NameHistory } from '../../library/names.ts';
import { compareVersions } from '../../library/version-range.ts';
import { packageOf } from './distribution.ts';

/** The library whose families of models a table lists. */
const FAMILIES_OF = 'transformers';

/** When the name that is missing came and went, as far as that fits the version that is installed. */
export function historyOf(library: Library, { values }: Finding, environment: Environment): NameHistory {
  const of = String(values.library ?? (values.type === undefined ? '' : FAMILIES_OF));
  // The tables are opened by the first finding that asks.
  const table = of !== '' && Object.hasOwn(library.names, of) ? library.names[of] : undefined;
  if (table === undefined) return {};
  const history = historyIn(table, of, values);
  const version = versionOf(environment, packageOf(library, of));
  if (version === null) return history;
  const { since, gone, held, ...rest } = history;
  return {
    ...rest,
    ...(since && compareVersions(version, since) < 0 && { since }),
    ...(gone && compareVersions(version, gone) >= 0 && { gone, ...(held && { held }) }),
  };
}

function historyIn(table: string, of: string, { name, module, inside, type }: Finding['values']): NameHistory {
  if (name !== undefined) return historyOfName(table, String(inside ?? belowOf(of, module)), String(name));
  if (module !== undefined) return historyOfModule(table, belowOf(of, module));
  return type === undefined ? {} : historyOfFamily(table, String(type));
}

/** A module's name below its library: torch.nn.attention → nn.attention. */
function belowOf(library: string, module: string | number | undefined): string {
  return module === undefined ? '' : String(module).slice(library.length + 1);
}
