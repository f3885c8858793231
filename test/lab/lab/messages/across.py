"""The messages of a package over all its released versions, as one list with ranges of versions."""

import subprocess
import sys
import zipfile
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from ..places import PROJECT
from ..trouble import Trouble
from .source import Message, read_messages

#: Downloaded packages. Git ignores the folder.
WHEELS = PROJECT / ".lab" / "wheels"

#: Code of others that a package carries along is not the package speaking.
NOT_ITS_OWN = ("_vendor/", "/tests/", "/cli/")


@dataclass(frozen=True)
class Package:
    """A package to read: the files of it that count (prefixes; none: all), and how many of its versions."""

    name: str
    files: tuple[str, ...] = ()
    is_newest_only: bool = False


def released(package: str) -> list[str]:
    """All released versions, the oldest first. Trouble: the index was not reached."""
    listed = _pip("index", "versions", package)
    line = next((line for line in listed.splitlines() if line.startswith("Available versions:")), None)
    if line is None:
        raise Trouble(f"The package index was not reached, or it does not know {package}.")
    return line.removeprefix("Available versions:").replace(" ", "").split(",")[::-1]


def collect(package: Package) -> list[dict[str, str]]:
    """One entry a message: text, title, how, file, and the ranges of versions that have it; sorted by file, then by place."""
    versions = released(package.name)[-1:] if package.is_newest_only else released(package.name)
    seen: dict[tuple[str, Message], list[int]] = {}
    for number, version in enumerate(versions):
        for key in dict.fromkeys(_of_wheel(_wheel(package.name, version), package)):
            seen.setdefault(key, []).append(number)
    entries = [
        {"text": message.text, **({"title": message.title} if message.title else {}), "how": message.how, "in": file,
         "versions": _ranges(numbers, versions)}
        for (file, message), numbers in seen.items()
    ]
    return sorted(entries, key=lambda entry: entry["in"])


def _of_wheel(path: Path, package: Package) -> Iterator[tuple[str, Message]]:
    """A file that moved within the package counts under its name alone, so that its messages keep their history."""
    with zipfile.ZipFile(path) as wheel:
        for file in sorted(wheel.namelist()):
            if file.endswith(".py") and not any(part in file for part in NOT_ITS_OWN) and file.startswith(package.files or ""):
                for message in read_messages(wheel.read(file).decode()):
                    yield file.rsplit("/", 1)[-1], message


def _wheel(name: str, version: str) -> Path:
    pattern = f"{name.replace('-', '_')}-{version}-*.whl"
    found = next(WHEELS.glob(pattern), None)
    if found is None:
        WHEELS.mkdir(parents=True, exist_ok=True)
        only_it = ("--quiet", "--no-deps", "--ignore-requires-python", "--only-binary", ":all:")
        _pip("download", *only_it, "--dest", str(WHEELS), f"{name}=={version}")
        found = next(WHEELS.glob(pattern), None)
    if found is None:
        raise Trouble(f"{name} {version} is not to be had from the package index any more.")
    return found


def _ranges(numbers: Iterable[int], versions: list[str]) -> str:
    """Numbers of versions as ranges: `0.18.1-0.31.1, 0.34.0`."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and runs[-1][-1] == number - 1:
            runs[-1][-1:] = [number] if len(runs[-1]) > 1 else [runs[-1][0], number]
        else:
            runs.append([number])
    return ", ".join("-".join(versions[number] for number in run) for run in runs)


def _pip(*arguments: str) -> str:
    ran = subprocess.run([sys.executable, "-m", "pip", *arguments, "--disable-pip-version-check"], capture_output=True, text=True)
    return ran.stdout
