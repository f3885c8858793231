/** The knowledge beside the program, and with it the reader of frames, whose tables are opened by the first traceback that needs them. */
import type { Knowledge } from './core/library/library.ts';
import { versionsFromFrames } from './frames/versions-from-frames.ts';
import { loadKnowledge, loadReleases } from './knowledge/shipped/load.ts';

/** All that the program knows. */
export function loadAll(): Knowledge {
  let releases: ReturnType<typeof loadReleases> | undefined;
  return Object.assign(loadKnowledge(), {
    readFrames: ((frames) => {
      if (frames.length === 0) return [];
      releases ??= loadReleases();
      return versionsFromFrames(frames, releases);
    }) satisfies Knowledge['readFrames'],
  });
}
