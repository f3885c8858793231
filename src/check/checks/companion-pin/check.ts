/** torchvision or torchaudio pinned to a release that asks for another torch than the one that is pinned: pip refuses both. */
import { compareVersions } from '../../../core/library/version-range.ts';
import type { Check, Found } from '../../check.ts';
import { markerApplies } from '../../space/markers.ts';
import type { Requirement } from '../../space/requirements.ts';
import { pythonOf, requirementsOf, type Space } from '../../space/space.ts';

export const check: Check = {
  level: 'fails',
  about: 'torchvision or torchaudio is pinned to a release for another torch',
  see: ['torchvision-mismatch', 'pip-conflict', 'pin-dependencies'],
  find: (space) => {
    const torch = requirementsOf(space, 'torch').find((each) => pinnedIn(each, space) !== null);
    return torch ? Object.keys(STRICT_BELOW).flatMap((name) => besideTorch(name, torch, space)) : [];
  },
};

/** From this release on its metadata names no single torch (content/companions.yaml says which were run together). */
const STRICT_BELOW: Record<string, string> = { torchvision: '0.29.1', torchaudio: '2.11.0' };

/** The release without a build; null where several would do, or where the line does not count here. */
function pinnedIn({ url, specifier, marker }: Requirement, space: Space): string | null {
  if (url || markerApplies(marker, pythonOf(space)) !== true) return null;
  return /^==(\d{1,2}(?:\.\d{1,3}){2})(?:\+\w{1,12})?$/.exec(specifier)?.[1] ?? null;
}

function besideTorch(name: string, torch: Requirement, space: Space): Found[] {
  const table = space.companions[name] ?? {};
  const release = pinnedIn(torch, space) as string;
  const fitting = table[release];
  return requirementsOf(space, name).flatMap((pin) => {
    const pinned = pinnedIn(pin, space);
    const owners = Object.keys(table).filter((each) => table[each] === pinned);
    const isStrict = pinned !== null && compareVersions(pinned, STRICT_BELOW[name] as string) < 0;
    if (!fitting || !isStrict || owners.length === 0 || owners.includes(release)) return [];
    return {
      place: { file: pin.file, line: pin.line, column: 1 },
      message: `${pin.file} pins ${name} ${pinned}, which needs torch ${owners.join(' or ')}, beside torch ${release}.`,
      because: [`torch==${release} stands in ${torch.file}:${torch.line}; pip installs both or none (metadata of ${name} on PyPI)`],
      fix: {
        title: `Pin ${name} ${fitting}, which goes with torch ${release}`,
        edits: [{ file: pin.file, line: pin.line, count: 1, lines: [pin.text.replace(pinned as string, fitting)] }],
      },
    };
  });
}
