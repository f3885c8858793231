/** What stands on the disk under a name that somebody typed. */
import { statSync } from 'node:fs';

/** A file (pipes and devices too), a folder, or nothing that could be looked at. */
export function kindOfPath(name: string): 'file' | 'folder' | 'nothing' {
  try {
    return statSync(name).isDirectory() ? 'folder' : 'file';
  } catch {
    return 'nothing';
  }
}
