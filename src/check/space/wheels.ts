/** The name of a wheel, field by field: what it is, and the Python, ABI and system that it was built for. */
import { normalName } from './requirements.ts';

export interface Wheel {
  /** In lower case with hyphens. */
  distribution: string;
  version: string;
  /** The label behind the version's plus, where builders write CUDA and torch: `cu12torch2.8cxx11abitrue`. */
  built: string;
  python: string[];
  abi: string[];
  platform: string[];
}

const NAME = /^([A-Za-z0-9._]{1,100})-([^-+]{1,60})(?:\+([^-]{1,100}))?(?:-\d[^-]{0,20})?-([^-]{1,60})-([^-]{1,60})-([^-]{1,200})\.whl$/;
const ADDRESS = /[^\s"'=]{1,600}\.whl/g;

/** In: an address or a path. Out: what the wheel's name says, or null when it is no wheel or its name has no tags. */
export function wheelOf(address: string): Wheel | null {
  const bare = (address.split(/[?#]/, 1)[0] as string).slice(-400);
  const name = bare.slice(bare.lastIndexOf('/') + 1).replace(/%2b/gi, '+');
  const [whole, distribution, version, label, python, abi, platform] = NAME.exec(name) ?? [];
  if (whole === undefined) return null;
  return {
    distribution: normalName(distribution as string),
    version: version as string,
    built: (label ?? '').toLowerCase(),
    python: (python as string).split('.'),
    abi: (abi as string).split('.'),
    platform: (platform as string).split('.'),
  };
}

/** The wheels whose addresses stand in a command. */
export function wheelsIn(command: string): Wheel[] {
  return [...command.slice(0, 4000).matchAll(ADDRESS)].flatMap(([address]) => wheelOf(address) ?? []);
}
