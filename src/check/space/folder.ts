/** A folder as `check` sees it: files below it by their path with slashes. Who reads the disk, or a test, hands one in. */

/** Why a file could not be read, as the end of "app.py …". */
export interface Unreadable {
  why: string;
}

export interface Folder {
  /** The folder as the user named it. */
  name: string;
  /** The bytes of a regular file below the folder; null when there is nothing of that name. */
  read: (path: string) => Uint8Array | Unreadable | null;
  /** Names in a folder below it (empty for itself), sorted; a folder's name ends in a slash. Not every name can be read. */
  list: (path: string) => readonly string[];
}

/** Larger files are no source that people write, and are not read. */
export const MOST_BYTES = 1024 * 1024;

/** Whether a file is there and cannot be read, with the reason. */
export function isUnreadable(read: object): read is Unreadable {
  return 'why' in read;
}

/** `a/b/../c` as `a/c`; null when it leads out of the folder. */
export function normalise(path: string): string | null {
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return null;
  }
  return parts.join('/');
}

/** The folder of a path, empty for the outermost. */
export function folderOf(path: string): string {
  return path.slice(0, Math.max(0, path.lastIndexOf('/')));
}

/** A path below a folder. */
export function below(folder: string, name: string): string {
  return folder ? `${folder}/${name}` : name;
}
