"""What is read of which package: `packages.toml`, checked and made into questions."""

import re
import tomllib
from collections.abc import Callable
from dataclasses import dataclass
from fnmatch import fnmatchcase
from pathlib import Path


@dataclass(frozen=True)
class Package:
    """A project of the index, its folder below site-packages, its oldest release of interest, and the functions of its files ("*": all)."""

    project: str
    folder: str
    oldest: str
    files: dict[str, str]

    def functions_of(self, path: str) -> Callable[[str], bool] | None:
        """Which functions of the file at this path (within the folder) are wanted; None where the file is not. The first pattern that fits counts."""
        for pattern, functions in self.files.items():
            if fnmatchcase(path, pattern):
                names = functions.split()
                return lambda name: names == ["*"] or name in names
        return None


def read_packages() -> list[Package]:
    """The packages of packages.toml."""
    found = tomllib.loads(Path(__file__).with_name("packages.toml").read_text())
    return [
        Package(project, entry.get("folder", project.replace("-", "_")), entry["oldest"], entry["files"]) for project, entry in found.items()
    ]


def version_key(version: str) -> list[int]:
    """Sorts versions: 0.9 before 0.10, 1.0 before 1.0.post1."""
    return [int(number) for number in re.findall(r"\d+", version)]
