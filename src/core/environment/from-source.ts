/** What pip takes as source code, to build it: archives, repositories, folders. */
import type { Reading, Sighting } from './reading.ts';
import { asPackage, asVersion } from './shape.ts';

const MOST = 60;
const ARCHIVE = /\b(?:Downloading|Using cached) (?:\S{0,300}\/)?(?<name>[A-Za-z][\w.-]{0,80})-(?<version>\d[\w.]{0,40})\.(?:tar\.gz|zip)/;
const REPOSITORY = /(?<![\w"'])(?<value>git\+https:\/\/[\w.@:/-]{4,180})/;
const FOLDER = /\bObtaining file:\/\/(?<value>\/[\w.@/-]{1,180})/;

/** Readings of sources. */
export const FROM_SOURCE: readonly Reading[] = [
  { marks: ['Downloading ', 'Using cached ', 'git+https://', 'Obtaining file:'], most: MOST, find: taken },
];

function taken(text: string): Sighting[] {
  const archive = ARCHIVE.exec(text)?.groups;
  const [name, version] = [asPackage(archive?.name), asVersion(archive?.version)];
  const value = name && version ? `${name}==${version}` : (REPOSITORY.exec(text) ?? FOLDER.exec(text))?.groups?.value;
  return value ? [{ of: 'named', name: 'source', value }] : [];
}
