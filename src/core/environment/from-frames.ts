/** Adds the versions that frames give away: they say what ran, but what pip installed, or a program says of itself, is more exact. */
import type { FrameVersion } from '../library/frame.ts';
import { compareVersions } from '../library/version-range.ts';
import type { LibraryFrame } from '../log/traceback/library-frames.ts';
import { fileNameOf } from '../log/traceback/traceback-line.ts';
import { neutraliseAndMask } from '../text/neutralise-and-mask.ts';
import type { Environment, KnownVersion } from './environment.ts';

const WIDEST = 80;

/** The environment with these versions; one that was only asked for gives way, unless it is among them. */
export function withFrames(environment: Environment, versions: readonly FrameVersion[]): Environment {
  const packages: Record<string, KnownVersion> = { ...environment.packages };
  for (const version of versions) {
    const known = packages[version.project];
    if (known && (known.from !== 'pin' || isWithin(known.version, version))) continue;
    packages[version.project] = toKnown(version);
  }
  return { ...environment, packages };
}

function toKnown({ text, isExact, oldest, newest, from }: FrameVersion): KnownVersion {
  const { log = null, at = 0 } = from as Partial<LibraryFrame>;
  const range = isExact ? {} : { range: { oldest, newest } };
  return {
    version: neutraliseAndMask(text, WIDEST),
    exact: isExact,
    from: 'frame',
    by: neutraliseAndMask(`${fileNameOf(from.file)}:${from.line}`, WIDEST),
    file: log,
    line: at,
    ...range,
  };
}

function isWithin(version: string, { oldest, newest }: FrameVersion): boolean {
  return (oldest === null || compareVersions(version, oldest) >= 0) && (newest === null || compareVersions(version, newest) <= 0);
}
