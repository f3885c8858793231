/** The knowledge beside the program, and with it the reader of frames, whose tables are opened by the first traceback that needs them. */
import type { Knowledge } from './core/library/library.ts';
import { once } from './core/once.ts';
import { versionsFromFrames } from './frames/versions-from-frames.ts';
import { loadKnowledge, loadReleases } from './knowledge/shipped/load.ts';

/** All that the program knows. */
export const loadAll = once((): Knowledge => {
  const releases = once(loadReleases);
  const readFrames: Knowledge['readFrames'] = (frames) => (frames.length === 0 ? [] : versionsFromFrames(frames, releases()));
  return Object.assign(loadKnowledge(), { readFrames });
});
