/** A process whose terminal was closed ends with 129. Node 20 would try to give the terminal back that is gone, and abort. */
import { closeSync, fstatSync, type Stats, statSync } from 'node:fs';
import { EXIT } from '../core/result.ts';

const STANDARD = [0, 1, 2];

/** Watches over the end of the process. */
export function endWithTerminal(host: NodeJS.Process): void {
  host.on('exit', () => {
    const gone = STANDARD.filter((file) => isGone(file, host));
    // What is closed is not given back.
    for (const file of gone) closeSync(file);
    if (gone.length > 0) host.exitCode = EXIT.hangUp;
  });
}

/** A terminal that was closed is a device still, but no terminal. */
function isGone(file: number, host: NodeJS.Process): boolean {
  try {
    const kind = fstatSync(file);
    // Asked for here and not above, for loading it takes longer than most answers.
    return kind.isCharacterDevice() && !isMemory(kind) && !host.getBuiltinModule('node:tty').isatty(file);
  } catch {
    return false;
  }
}

/** The driver of /dev/null, /dev/zero, /dev/full and their like: they never were terminals. */
function isMemory({ rdev }: Stats): boolean {
  return driverOf(rdev) === driverOf(statSync('/dev/null').rdev);
}

/** Which part of a device's number that is depends on the system. */
function driverOf(device: number): number {
  return process.platform === 'darwin' ? device >> 24 : (device >> 8) & 0xfff;
}
