/** Which torch it is, and what fits it. */

import type { Finding } from '../../diagnose/diagnosis.ts';
import { type Environment, versionOf } from '../../environment/environment.ts';
import type { KnownValue } from '../../library/condition.ts';
import type { Library } from '../../library/library.ts';
import { companionsIn } from '../fix/torch-tables.ts';
import { torchTrio } from '../fix/torch-trio.ts';

/** Parts of the version of the torch that the message, or else the text, names; the releases of other packages that go with it. */
export function ofTorch(library: Library, values: Finding['values'], environment: Environment): Record<string, KnownValue | undefined> {
  const torch = String(values.torch ?? versionOf(environment, 'torch') ?? '');
  const [release = ''] = torch.split('+');
  // The table is opened by the first text that names a torch.
  const companions = torch ? companionsIn(library.companions) : [];
  const fits: Record<string, string | undefined> = Object.fromEntries(
    companions.map(([name, releases]) => [`${name}-fit`, releases[release]]),
  );
  return {
    'torch-minor': /^\d{1,2}\.\d{1,3}(?=[.+]|$)/.exec(torch)?.[0],
    'torch-release': release || undefined,
    'torch-build': /\+(cu\d{3}|cpu)$/.exec(torch)?.[1],
    ...fits,
    // The missing module itself may be one.
    'companion-fit': fits[`${values.module}-fit`],
    ...torchTrio(library, values, environment),
  };
}
