/** gradio in requirements.txt against `sdk_version`: the Hub installs both, and pip finds no version that is both. */

import { satisfies, validRange } from '@renovatebot/pep440';
import { compareVersions } from '../../../core/library/version-range.ts';
import type { Check, Found } from '../../check.ts';
import { markerApplies } from '../../space/markers.ts';
import type { Requirement } from '../../space/requirements.ts';
import { pythonOf, requirementsOf, type Space } from '../../space/space.ts';

export const check: Check = {
  level: 'fails',
  about: 'gradio is pinned to a different version than sdk_version',
  see: ['pip-conflict', 'space-frontmatter', 'pin-dependencies'],
  find: (space) =>
    requirementsOf(space, 'gradio').flatMap((pin) => {
      if (pin.url || !pin.specifier || !validRange(pin.specifier) || markerApplies(pin.marker, pythonOf(space)) !== true) return [];
      return found(pin, space) ?? [];
    }),
};

function found(pin: Requirement, { front, figures }: Space): Found | null {
  const sdk = front?.settings.get('sdk_version');
  const place = { file: pin.file, line: pin.line, column: 1 };
  const fix = { title: 'Remove gradio: sdk_version installs it', edits: [{ file: pin.file, line: pin.line, count: 1, lines: [] }] };
  if (sdk && front) {
    if (!/^\d{1,3}(?:\.\d{1,3}){1,2}$/.test(sdk.text) || satisfies(sdk.text, pin.specifier)) return null;
    const message = `${pin.file} requires gradio ${pin.specifier}, but ${front.file} has sdk_version ${sdk.text}.`;
    return { place, message, because: [`the Hub installs gradio==${sdk.text} together with ${pin.file} (${front.file}:${sdk.line})`], fix };
  }
  return olderThanZeroGpu(pin.specifier, figures.gradioMinimum)
    ? {
        place,
        message: `${pin.file} pins gradio ${pin.specifier}, but ZeroGPU runs Gradio ${figures.gradioMinimum} or newer.`,
        because: [`any sdk_version is either too old for ZeroGPU or differs from this (${figures.cite('gradio-minimum')})`],
        fix,
      }
    : null;
}

function olderThanZeroGpu(specifier: string, minimum: number): boolean {
  const exact = /^==(\d{1,3}(?:\.\d{1,3}){0,3})$/.exec(specifier)?.[1];
  return exact !== undefined && compareVersions(exact, String(minimum)) < 0;
}
