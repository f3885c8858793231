/** A folder on the disk, read for `check`: only regular files below it, no link that leads out of it, nothing large, nothing that waits. */
import { closeSync, constants, fstatSync, openSync, readdirSync, readSync, realpathSync, statSync } from 'node:fs';
import { join, sep } from 'node:path';
import { type Folder, MOST_BYTES, normalise, type Unreadable } from '../check/space/folder.ts';
import type { Trouble } from '../core/result.ts';
import { neutraliseAndMask } from '../core/text/neutralise-and-mask.ts';

/** Longer names are cut where they are printed. */
const LONGEST_NAME = 200;

/** Opens a folder; what is no folder that can be read comes back as a sentence and what to do. */
export function openFolder(name: string): Folder | Trouble {
  try {
    const root = realpathSync(name);
    if (!statSync(root).isDirectory()) return { what: `${shown(name)} is not a folder.`, help: 'Name the folder of the Space.' };
    readdirSync(root);
    return { name, read: (path) => readBelow(root, path), list: (path) => listBelow(root, path) };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return { what: `There is no folder ${shown(name)}.`, help: 'Check the name, or run it inside the Space.' };
    return { what: `The folder ${shown(name)} cannot be read (${code}).`, help: 'Check its permissions.' };
  }
}

function shown(name: string): string {
  return `"${neutraliseAndMask(name, LONGEST_NAME)}"`;
}

function readBelow(root: string, path: string): Uint8Array | Unreadable | null {
  const clean = normalise(path);
  if (clean === null || clean === '') return null;
  try {
    const real = realpathSync(join(root, clean));
    if (!isBelow(root, real)) return { why: 'is a link that leads out of the folder' };
    return readRegular(real);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return null;
    if (code === 'ELOOP') return { why: 'is a link that leads back to itself' };
    return { why: code === 'EACCES' || code === 'EPERM' ? 'is not readable' : `cannot be read (${code})` };
  }
}

/** Without waiting for the other end of a pipe: what is no regular file is closed again. */
function readRegular(real: string): Uint8Array | Unreadable {
  const file = openSync(real, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  try {
    const kind = fstatSync(file);
    if (!kind.isFile()) return { why: kind.isDirectory() ? 'is a folder' : 'is not a regular file' };
    if (kind.size > MOST_BYTES) return { why: `was not read: it has ${Math.round(kind.size / 1024 / 1024)} MB` };
    const bytes = new Uint8Array(kind.size);
    return bytes.subarray(0, fill(file, bytes));
  } finally {
    closeSync(file);
  }
}

/** A file may shrink while it is read; what is there counts. */
function fill(file: number, bytes: Uint8Array): number {
  let at = 0;
  while (at < bytes.length) {
    const read = readSync(file, bytes, at, bytes.length - at, at);
    if (read === 0) break;
    at += read;
  }
  return at;
}

/** A link to a folder counts as a file, and is not followed: it may go round. */
function listBelow(root: string, path: string): readonly string[] {
  const clean = normalise(path);
  if (clean === null) return [];
  try {
    const real = realpathSync(join(root, clean));
    if (real !== root && !isBelow(root, real)) return [];
    return readdirSync(real, { withFileTypes: true })
      .map((entry) => (entry.isDirectory() ? `${entry.name}/` : entry.name))
      .sort();
  } catch {
    return [];
  }
}

function isBelow(root: string, real: string): boolean {
  return real.startsWith(root.endsWith(sep) ? root : root + sep);
}
