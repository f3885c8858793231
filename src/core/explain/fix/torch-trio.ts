/** The torch to move to with all that must move with it: its companions, the xformers that is there, and the index for this machine's CUDA. */
import type { Finding } from '../../diagnose/diagnosis.ts';
import { type Environment, versionOf } from '../../environment/environment.ts';
import { holds } from '../../library/condition.ts';
import type { Library } from '../../library/library.ts';
import { compareVersions } from '../../library/version-range.ts';
import { companionsIn, limitsOfTorch } from './torch-tables.ts';

/** What comes with torch; other companions move along where they are installed. */
const USUAL = ['torchvision', 'torchaudio'];
/** Cards of compute capability 12 run with builds from here on. */
const FIRST_FOR_BLACKWELL = 'cu128';
/** Cards of that generation. */
export const BLACKWELL = /\bRTX ?(?:PRO )?50\d0|\bB[12]00\b|\bGB200\b/i;

/** What a text asks for, and what it shows; null where it asks for no release that is known. */
export function torchTrio(
  library: Pick<Library, 'companions'>,
  { needs, since, library: of }: Finding['values'],
  environment: Environment,
): { 'torch-trio': string; 'torch-index'?: string } | null {
  const floor = String(needs ?? since ?? '');
  const isOfTorch = of === undefined || of === 'torch';
  const xformers = versionOf(environment, 'xformers');
  // The table is opened by the first text that asks for a release.
  if (xformers === null && !/^\d/.test(floor)) return null;
  const { companions } = library;
  const releases = Object.keys(companions.index ?? {}).sort(compareVersions);
  const known = { python: environment.python ?? undefined };
  const hasWheel = (release: string) => !limitsOfTorch(companions, release).some((condition) => holds(condition, known) === false);
  const isAsked = isOfTorch && /^\d/.test(floor);
  const fitting = releases.filter((release) => isAsked && compareVersions(release, floor) >= 0 && hasWheel(release));
  const ofXformers = Object.entries(companions.xformers ?? {}).find(([, release]) => release === xformers)?.[0];
  const torch = ofXformers && (floor === '' || fitting.includes(ofXformers)) ? ofXformers : fitting[0];
  if (torch === undefined) return null;
  const also = companionsIn(companions).filter(([name]) => USUAL.includes(name) || versionOf(environment, name) !== null);
  const parts = also.flatMap(([name, fits]) => (fits[torch] === undefined ? [] : [`${name}==${fits[torch]}`]));
  const index = buildFor(environment, (companions.index?.[torch] ?? '').split(' '));
  return { 'torch-trio': [`torch==${torch}`, ...parts].join(' '), ...(index && { 'torch-index': index }) };
}

/** The build for the card, or for the CUDA that this torch was built for; a newer one of the same generation runs with its driver, too. */
function buildFor({ packages, gpu, capability }: Environment, builds: readonly string[]): string | undefined {
  if (BLACKWELL.test(gpu ?? '') || /^12/.test(capability ?? '')) return builds.find((build) => build >= FIRST_FOR_BLACKWELL);
  const now = /\+(cu\d{3})$/.exec(packages.torch?.version ?? '')?.[1];
  if (now === undefined) return builds.findLast((build) => build <= FIRST_FOR_BLACKWELL);
  return builds.find((build) => build >= now && build.slice(0, -1) === now.slice(0, -1));
}
