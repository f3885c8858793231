/** The Python of an environment of one's own, read from the paths below it: what is installed must go there, not where `pip` is found first. */
import type { Reading, Sighting } from './reading.ts';

/** Each traceback names it in most of its lines. */
const MOST = 40;
const UNIX = /(?<![\w.\\])(?<prefix>\/[^"'`:\n]{1,140}?)\/lib\/python3\.\d{1,2}\/site-packages\b/;
const WINDOWS = /(?<prefix>[A-Z]:\\[^"'`:\n]{1,140}?)\\lib\\site-packages\b/i;
const PORTABLE = /(?<prefix>[A-Z]:\\[^"'`:\n]{0,120}?\bComfyUI_windows_portable\w{0,20})\\/i;
/**
 * The Python of an image, a notebook or the system: there `pip` alone is the right one. Into the store of Nix nobody can install, and what
 * uv builds in is gone afterwards.
 */
const OF_SYSTEM = /^\/usr(?:\/local)?$|^\/nix\/store\/|^\/opt\/conda$|\/\.local$|\/overlay$|\/builds-v0\/|^\/tmp\//;
/** Folders that hold python.exe themselves; environments made by venv hold it under Scripts. */
const WITH_PROGRAM =
  /\\installer_files\\env$|\\envs\\[^\\]{1,60}$|\\python_embed+ed$|\\Python3?\d{0,3}$|(?:mini|ana)conda3?$|\\miniforge3$/i;
const OF_VENV = /\\\.?(?:venv|env|virtualenv)\w{0,20}$|\\\w{0,40}[-_.]?v?env\d?$/i;

/** Readings of interpreters. */
export const INTERPRETERS: readonly Reading[] = [{ marks: ['site-packages', 'ComfyUI_windows_portable'], most: MOST, find: interpreters }];

function interpreters(text: string): Sighting[] {
  const value = ofUnix(UNIX.exec(text)?.groups?.prefix) ?? ofWindows(WINDOWS.exec(text)?.groups?.prefix) ?? ofPortable(text);
  return value === null ? [] : [{ of: 'named', name: 'interpreter', value }];
}

function ofUnix(prefix: string | undefined): string | null {
  return prefix === undefined || OF_SYSTEM.test(prefix) ? null : `${prefix}/bin/python`;
}

function ofWindows(prefix: string | undefined): string | null {
  if (prefix === undefined) return null;
  if (WITH_PROGRAM.test(prefix)) return `${prefix}\\python.exe`;
  return OF_VENV.test(prefix) ? `${prefix}\\Scripts\\python.exe` : null;
}

/** ComfyUI's portable edition brings its own Python, which no activated environment reaches. */
function ofPortable(text: string): string | null {
  const prefix = PORTABLE.exec(text)?.groups?.prefix;
  return prefix === undefined ? null : `${prefix}\\python_embeded\\python.exe`;
}
