/** What pip takes as source code, to build it: archives, repositories, folders. */
import type { Reading, Sighting } from '../reading.ts';
import { asPackage } from '../shape.ts';

const MOST = 60;
const ARCHIVE = /\b(?:Downloading|Using cached) (?:\S{0,300}\/)?(?<name>[A-Za-z][\w.-]{0,80})-(?<version>\d[\w.]{0,30})\.(?:tar\.gz|zip)/;
/** An archive that pip was given by its address. */
const ADDRESS = /\bFailed to build ['"](?<value>https:\/\/[\w.@:/+-]{4,180}\.(?:zip|tar\.gz))['"]/;
/** What could not be built; a name alone. Of several wheels the first. */
const FAILED =
  /\bFailed (?:to build|building wheel for) (?:installable wheels for some pyproject\.toml based projects \()?[`'"]?(?!git\+|https?:|installable )(?<name>[A-Za-z][\w.-]{0,80}\w)/;
/** The folder in which pip builds it. */
const BUILT_IN = /[/\\]pip-install-\w{1,20}[/\\](?<name>[A-Za-z][\w.-]{0,80})_[0-9a-f]{32}\b/;
const REPOSITORY = /(?:(?<![\w"'])|Failed to build ['"])(?<value>git\+https:\/\/[\w.@:/-]{4,180})/;
const FOLDER = /\bObtaining file:\/\/(?<value>\/[\w.@/-]{1,180})/;

/** Readings of sources. */
export const FROM_SOURCE: readonly Reading[] = [
  {
    marks: ['Downloading ', 'Using cached ', 'git+https://', 'Obtaining file:', 'Failed to build ', 'building wheel for ', 'pip-install-'],
    most: MOST,
    find: taken,
  },
];

function taken(text: string): Sighting[] {
  const archive = ARCHIVE.exec(text)?.groups;
  const name = asPackage(archive?.name);
  const value = name
    ? `${name}==${archive?.version}`
    : ((REPOSITORY.exec(text) ?? ADDRESS.exec(text) ?? FOLDER.exec(text))?.groups?.value ??
      asPackage((FAILED.exec(text) ?? BUILT_IN.exec(text))?.groups?.name));
  return value ? [{ of: 'named', name: 'source', value }] : [];
}
