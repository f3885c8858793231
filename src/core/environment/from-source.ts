/** What pip takes as source code, to build it: archives, repositories, folders. */
import type { Reading, Sighting } from './reading.ts';
import { asPackage } from './shape.ts';

const MOST = 60;
const ARCHIVE = /\b(?:Downloading|Using cached) (?:\S{0,300}\/)?(?<name>[A-Za-z][\w.-]{0,80})-(?<version>\d[\w.]{0,30})\.(?:tar\.gz|zip)/;
/** What could not be built; a name alone. */
const FAILED = /\bFailed (?:to build|building wheel for) [`'"]?(?<name>[A-Za-z][\w.-]{0,80}\w)/;
const REPOSITORY = /(?<![\w"'])(?<value>git\+https:\/\/[\w.@:/-]{4,180})/;
const FOLDER = /\bObtaining file:\/\/(?<value>\/[\w.@/-]{1,180})/;

/** Readings of sources. */
export const FROM_SOURCE: readonly Reading[] = [
  {
    marks: ['Downloading ', 'Using cached ', 'git+https://', 'Obtaining file:', 'Failed to build ', 'building wheel for '],
    most: MOST,
    find: taken,
  },
];

function taken(text: string): Sighting[] {
  const archive = ARCHIVE.exec(text)?.groups;
  const name = asPackage(archive?.name);
  const value = name
    ? `${name}==${archive?.version}`
    : ((REPOSITORY.exec(text) ?? FOLDER.exec(text))?.groups?.value ?? asPackage(FAILED.exec(text)?.groups?.name));
  return value ? [{ of: 'named', name: 'source', value }] : [];
}
