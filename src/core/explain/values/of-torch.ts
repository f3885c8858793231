/** Which torch it is, and what fits it. */

import type { Finding } from '../../diagnose/diagnosis.ts';
import { type Environment, versionOf } from '../../environment/environment.ts';
import type { KnownValue } from '../../library/condition.ts';
import type { Library } from '../../library/library.ts';
import { torchTrio } from '../fix/torch-trio.ts';

/** Parts of the version of the torch that the message, or else the text, names; the releases of other packages that go with it. */
export function ofTorch(library: Library, values: Finding['values'], environment: Environment): Record<string, KnownValue | undefined> {
  const torch = String(values.torch ?? versionOf(environment, 'torch') ?? '');
  const [release = ''] = torch.split('+');
  const companions = Object.entries(torch ? library.companions : {}).map(([name, releases]) => [`${name}-fit`, releases[release]]);
  const fits = Object.fromEntries(companions) as Record<string, string | undefined>;
  return {
    'torch-minor': /^\d{1,2}\.\d{1,3}(?=[.+]|$)/.exec(torch)?.[0],
    'torch-release': release || undefined,
    'torch-build': /\+(cu\d{3}|cpu)$/.exec(torch)?.[1],
    ...fits,
    // The missing module itself may be one; `index` is the table's list of builds, and any module may be called so.
    ...(values.module !== 'index' && { 'companion-fit': fits[`${values.module}-fit`] }),
    ...torchTrio(library, values, environment),
  };
}
