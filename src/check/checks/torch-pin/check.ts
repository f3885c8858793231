/** A torch that ZeroGPU does not run: the Space stops at CONFIG_ERROR, or its kernels are not built for the card. */
import { satisfies, validRange } from '@renovatebot/pep440';
import type { Check, Edit, Found } from '../../check.ts';
import { markerApplies } from '../../space/markers.ts';
import type { Requirement } from '../../space/requirements.ts';
import { pythonOf, type Space } from '../../space/space.ts';
import { torchSpecifierOf } from '../../space/torch.ts';

export const check: Check = {
  level: 'fails',
  about: 'torch is pinned to a version that ZeroGPU does not run',
  see: ['torch-version-unsupported', 'supported-versions', 'pin-torch-to-wheel'],
  find: (space) => {
    const pins = space.requirements.filter(
      (each) => ['torch', ''].includes(each.name) && applies(each, space) && allowed(each, space) === false,
    );
    return pins.map((pin) => found(pin, space));
  },
};

/** What is built together with torch, and asks for one version of it. */
const SIDECARS = ['torchvision', 'torchaudio'];

function applies({ marker }: Requirement, space: Space): boolean {
  return markerApplies(marker, pythonOf(space)) === true;
}

/** Whether a supported version satisfies the pin; null when it pins nothing. */
function allowed(requirement: Requirement, { figures }: Space): boolean | null {
  const wanted = torchSpecifierOf(requirement);
  if (!wanted || !validRange(wanted)) return null;
  return figures.torch.some((version) => satisfies(version, wanted));
}

function found(pin: Requirement, space: Space): Found {
  const { figures } = space;
  const supported = figures.torch.join(', ');
  return {
    place: { file: pin.file, line: pin.line, column: 1 },
    message: `${pin.file} pins torch to ${torchSpecifierOf(pin)}, but ZeroGPU runs ${supported}.`,
    because: [`none of ${supported} satisfies ${torchSpecifierOf(pin)} (${figures.cite('torch-versions')})`],
    fix: { title: 'Remove the pin, and those of packages built for one torch', edits: unpinned(pin, space) },
  };
}

function unpinned(pin: Requirement, { requirements }: Space): Edit[] {
  const pinned = requirements.filter(
    ({ file, name, specifier }) => file === pin.file && SIDECARS.includes(name) && specifier.startsWith('=='),
  );
  return [pin, ...pinned].map(({ file, line, name }) => ({ file, line, count: 1, lines: [name || 'torch'] }));
}
