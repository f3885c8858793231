/** A wheel whose name does not fit the Space: another Python, another torch, another system. */
import { compareVersions } from '../../../core/library/version-range.ts';
import type { Check, Found } from '../../check.ts';
import { installCommands } from '../../libraries/commands.ts';
import type { Place } from '../../program/module.ts';
import { placeOf } from '../../program/module.ts';
import { allNodes } from '../../python/tree.ts';
import { markerApplies } from '../../space/markers.ts';
import { pythonOf, requirementsOf, type Space } from '../../space/space.ts';
import { torchSpecifierOf } from '../../space/torch.ts';
import { type Wheel, wheelOf, wheelsIn } from '../../space/wheels.ts';

export const check: Check = {
  level: 'fails',
  about: 'a wheel does not match the Space’s Python, torch or system',
  see: ['wheel-tags', 'wheel-not-supported', 'pin-torch-to-wheel'],
  find: (space) => [...inRequirements(space), ...inCommands(space)],
};

function inRequirements(space: Space): Found[] {
  return space.requirements.flatMap(({ file, line, url, text, marker }) => {
    const wheel = url ? wheelOf(url) : null;
    if (!wheel || markerApplies(marker, pythonOf(space)) !== true) return [];
    return found(wheel, { file, line, column: Math.max(0, text.indexOf(url)) + 1 }, space);
  });
}

/** Wheels that the app installs while it runs. */
function inCommands(space: Space): Found[] {
  return installCommands(space.program).flatMap(({ call, module }) =>
    allNodes(call)
      .flatMap((node) => (node.nodeType === 'Constant' && typeof node.value === 'string' ? wheelsIn(node.value) : []))
      .flatMap((wheel) => found(wheel, placeOf(module, call), space)),
  );
}

function found(wheel: Wheel, place: Place, space: Space): Found[] {
  const reasons = [python(wheel, space), torch(wheel, space), oldAbi(wheel, space), cuda(wheel, space), system(wheel)].filter(
    (each) => each !== null,
  );
  if (reasons.length === 0) return [];
  return [
    {
      ...(reasons.every(({ isDoubtful }) => isDoubtful) ? { level: 'consider' as const } : {}),
      place,
      message: `The wheel of ${wheel.distribution} ${wheel.version} does not fit this Space: ${reasons.map(({ what }) => what).join('; ')}.`,
      because: reasons.map(({ why }) => why),
    },
  ];
}

interface Reason {
  what: string;
  why: string;
  /** The name says so, and the file may fit all the same. */
  isDoubtful?: boolean;
}

function python({ python: tags, abi }: Wheel, space: Space): Reason | null {
  const version = pythonOf(space);
  if (version === null || tags.some((tag) => fits(tag, abi, version))) return null;
  const setting = space.front?.settings.get('python_version');
  const why = setting
    ? `python_version is ${setting.text} (${space.front?.file}:${setting.line})`
    : `no python_version is set, and the default is ${version} (${space.figures.cite('python-default')})`;
  return { what: `it is for ${tags.join(' and ')}, but the Space runs Python ${version}`, why };
}

/** `cp312` fits 3.12 only; with the stable ABI (`abi3`) any later one too. `py3` fits all, `py310` 3.10 and later; pip refuses any other name. */
function fits(tag: string, abi: string[], version: string): boolean {
  const [, pure, own] = /^(?:py3(\d{0,2})|cp3(\d{1,2}))$/i.exec(tag) ?? [];
  const minor = Number(version.split('.')[1]);
  if (pure !== undefined) return Number(pure) <= minor;
  return Number(own) === minor || (abi.includes('abi3') && Number(own) <= minor);
}

function torch({ built }: Wheel, space: Space): Reason | null {
  const wanted = torchOf(built);
  const runs = wanted === undefined ? null : torchRunBy(space);
  if (wanted === undefined || !runs || compareVersions(runs.version, wanted) === 0) return null;
  return { what: `it is built for torch ${wanted}, but the Space runs ${runs.version}`, why: runs.why };
}

/** What asks for one torch by itself when its own version is pinned. */
const ASKS_FOR_TORCH = ['torchvision', 'torchaudio', 'xformers', 'vllm', 'fbgemm-gpu', 'triton'];

/** Major and minor of the torch that the Space runs, and why; null when pip decides it by more than a pin of torch. */
function torchRunBy(space: Space): { version: string; why: string } | null {
  const pin = space.requirements.find((each) => torchSpecifierOf(each) !== '' && markerApplies(each.marker, pythonOf(space)) !== false);
  if (pin) {
    const specifier = torchSpecifierOf(pin);
    const version = /^={2,3}(\d{1,2}\.\d{1,2})/.exec(specifier)?.[1];
    return version === undefined ? null : { version, why: `torch is pinned to ${specifier} (${pin.file}:${pin.line})` };
  }
  const { figures } = space;
  const isAskedFor = ASKS_FOR_TORCH.some((name) =>
    requirementsOf(space, name).some(({ specifier, url }) => specifier !== '' || url !== ''),
  );
  if (isAskedFor || requirementsOf(space, 'torch').some(({ url }) => url !== '')) return null;
  return {
    version: figures.torchRuntime.split('.').slice(0, 2).join('.'),
    why: `torch is not pinned: ZeroGPU then runs ${figures.torchRuntime} (${figures.cite('torch-runtime')})`,
  };
}

/** Builders write `torch2.8`, `torch2.11.0.cu130`, `torch2110cu130`, `pt24cu124` or `pt291`: the last digit of three is the patch. */
function torchOf(built: string): string | undefined {
  const dotted = /(?:torch|pt)\.?(\d\.\d{1,2})/.exec(built)?.[1];
  if (dotted !== undefined) return dotted;
  const digits = /(?:torch|pt)(2\d{1,3})(?!\d)/.exec(built)?.[1];
  if (digits === undefined) return undefined;
  const minor = digits.slice(1);
  return `2.${minor.length === 3 ? minor.slice(0, 2) : minor.length === 2 && minor[0] !== '1' ? minor[0] : minor}`;
}

/**
 * PyTorch's own wheels have the new C++ ABI since 2.7; a wheel for the old one lacks half of the symbols. Of a wheel that names a supported
 * torch the label alone says little: flash-attention's build writes FALSE where it leaves the ABI to that torch, which is the new one.
 */
function oldAbi({ built }: Wheel, { figures }: Space): Reason | null {
  if (!built.includes('cxx11abifalse')) return null;
  const wanted = torchOf(built);
  return {
    what: 'it is labelled as built for the old C++ ABI',
    why: `torch ${figures.torch[0]} and newer use the new one: take the wheel with cxx11abiTRUE`,
    isDoubtful: wanted !== undefined && figures.torch.some((each) => each.startsWith(`${wanted}.`)),
  };
}

/** No supported torch is built with CUDA 11. */
function cuda({ built }: Wheel, { figures }: Space): Reason | null {
  const major = /cu(1[01])(?:\d|\b|torch)/.exec(built)?.[1];
  return major === undefined
    ? null
    : {
        what: `it is built for CUDA ${major}`,
        why: `torch ${figures.torch[0]} and newer come with CUDA 12 or 13 (${figures.cite('torch-versions')})`,
      };
}

function system({ platform }: Wheel): Reason | null {
  const fitting = platform.some((each) => each === 'any' || /linux.{0,40}x86_64$/.test(each));
  return fitting ? null : { what: `it is for ${platform.join(' and ')}`, why: 'a Space runs on Linux, x86_64' };
}
