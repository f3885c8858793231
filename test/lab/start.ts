/** `npm run lab`: finds a Python that the laboratory can use and hands over to it; exit code 2 where there is none. */
import { spawnSync } from 'node:child_process';

/** The laboratory's locks are resolved for this minor version: another one would install other wheels. */
const PYTHON = '3.11';
const candidates = [process.env.LAB_PYTHON, `python${PYTHON}`, 'python3', 'python'].filter((name) => name !== undefined);

/** Whether this command is a Python of the minor version that the locks are for. */
function isRightPython(command: string): boolean {
  const asked = spawnSync(command, ['-c', 'import sys, venv; print("%d.%d" % sys.version_info[:2])'], { encoding: 'utf8' });
  return asked.status === 0 && asked.stdout.trim() === PYTHON;
}

const python = candidates.find(isRightPython);
if (python === undefined) {
  console.error(`No Python ${PYTHON} with venv was found: install it, or name one in LAB_PYTHON. Only the laboratory needs it.`);
  process.exitCode = 2;
} else {
  const ran = spawnSync(python, ['-m', 'lab', ...process.argv.slice(2)], { cwd: import.meta.dirname, stdio: 'inherit' });
  process.exitCode = ran.status ?? 2;
}
