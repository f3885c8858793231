"""Rooms: one virtual environment for each lock file, built once and shared by all stories that name it."""

import fcntl
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from importlib.metadata import distributions
from pathlib import Path

from .places import LOCKS, VENVS
from .trouble import Trouble

#: The first line of a lock may say `# on torch-2.9.1`: that room's packages are seen from this one too,
#: so that several gigabytes of torch are installed once.
ON = "# on "
#: Written last, with the text of the lock: without it, or with another text, the environment is built anew.
FINISHED = "built-from.txt"


@dataclass(frozen=True)
class Room:
    """A Python with packages: its interpreter, the folders of its packages, and their versions."""

    name: str
    python: Path
    packages: tuple[Path, ...]

    def version(self, package: str) -> str | None:
        """The installed version of a package, or None."""
        for found in distributions(path=[str(folder) for folder in self.packages]):
            if found.name.lower().replace("_", "-") == package:
                return found.version
        return None


def this_python() -> Room:
    """The interpreter that runs the laboratory, as a room: for machines where nothing can be installed."""
    packages = tuple(Path(entry) for entry in sys.path if entry.endswith("site-packages"))
    return Room("here", Path(sys.executable), packages)


def open_room(name: str) -> Room:
    """The room of `rooms/NAME.txt`, built on first use. Trouble: no lock, no registry, a version that is gone."""
    lock = LOCKS / f"{name}.txt"
    if not lock.exists():
        raise Trouble(f"There is no lock rooms/{name}.txt: a story names a room that does not exist.")
    text = lock.read_text()
    below = _below(text)
    venv = VENVS / name
    finished = venv / FINISHED
    with _alone(name):
        if not (finished.exists() and finished.read_text() == text):
            _make(venv, below)
            _pip(venv, "install", "--quiet", "--no-deps", "--requirement", str(lock))
            finished.write_text(text)
    folders = (_packages(venv), *(below.packages if below is not None else ()))
    return Room(name, venv / "bin" / "python", folders)


def lock_room(name: str) -> None:
    """Resolves `rooms/NAME.in` anew and writes every version that came of it to `rooms/NAME.txt`."""
    wanted = LOCKS / f"{name}.in"
    if not wanted.exists():
        raise Trouble(f"There is no rooms/{name}.in to resolve.")
    venv = VENVS / name
    _make(venv, _below(wanted.read_text()))
    _pip(venv, "install", "--quiet", "--requirement", str(wanted))
    lines = wanted.read_text().splitlines()
    # What every venv brings along is locked only where it is the very thing that the room is for.
    brought = [name for name in ("pip", "setuptools") if not any(line.startswith(f"{name}==") for line in lines)]
    frozen = _pip(venv, "freeze", "--all", "--path", str(_packages(venv)), *(f"--exclude={name}" for name in brought))
    on = [line for line in lines if line.startswith(ON)]
    text = "\n".join([*on, frozen.strip()]) + "\n"
    (LOCKS / f"{name}.txt").write_text(text)
    (venv / FINISHED).write_text(text)


@contextmanager
def _alone(name: str) -> Iterator[None]:
    """Two laboratories that share the folder build a room one after the other, so that neither throws away what the other is making."""
    VENVS.mkdir(parents=True, exist_ok=True)
    with (VENVS / f"{name}.lock").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def _below(lock: str) -> Room | None:
    first = lock.splitlines()[0] if lock else ""
    return open_room(first.removeprefix(ON).strip()) if first.startswith(ON) else None


def _make(venv: Path, below: Room | None) -> None:
    """A fresh, empty environment that sees the packages of all rooms below; what a broken run left is thrown away first."""
    shutil.rmtree(venv, ignore_errors=True)
    print(f"room {venv.name}: installing, once …", flush=True)
    subprocess.run([sys.executable, "-m", "venv", str(venv)], check=True)
    if below is not None:
        (_packages(venv) / "below.pth").write_text("".join(f"{folder}\n" for folder in below.packages))


def _packages(venv: Path) -> Path:
    return venv / "lib" / f"python{sys.version_info.major}.{sys.version_info.minor}" / "site-packages"


def _pip(venv: Path, *arguments: str) -> str:
    environment = {**os.environ, "PIP_DISABLE_PIP_VERSION_CHECK": "1", "PIP_NO_INPUT": "1"}
    ran = subprocess.run([str(venv / "bin" / "python"), "-m", "pip", *arguments],
                         capture_output=True, text=True, env=environment)
    if ran.returncode == 0:
        return ran.stdout
    shutil.rmtree(venv, ignore_errors=True)
    raise Trouble(f"Room {venv.name} cannot be built: {_why(ran.stderr)}")


def _why(complaint: str) -> str:
    if "No matching distribution found" in complaint:
        gone = complaint.rsplit("No matching distribution found for", 1)[-1].strip().splitlines()[0]
        if "Connection" in complaint or "from versions: none" in complaint:
            return f"the package index was not reached, or it does not know {gone}."
        return f"the package index no longer has {gone}; change rooms/*.in and lock again."
    errors = [line for line in complaint.splitlines() if line.startswith("ERROR")]
    return (errors or complaint.strip().splitlines() or ["pip failed without a word."])[-1]
