"""What names.py and members.py share: which releases they read, what stands at the top of a module, and how their lists are gone through."""

import ast
import sys
import tomllib
import zipfile
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import TypeVar

from packages import version_key
from wheels import Index

Read = TypeVar("Read")
AT_ONCE = 4


def firsts(wheels: dict[str, str], oldest: str) -> list[str]:
    """The first release of each minor version: what comes or goes does so there."""
    minors: dict[tuple[int, ...], str] = {}
    for version in sorted(wheels, key=version_key):
        if version_key(version) >= version_key(oldest):
            minors.setdefault(tuple(version_key(version)[:2]), version)
    return list(minors.values())


def statements(tree: ast.Module) -> Iterable[ast.stmt]:
    """What a module does at its top, also where it asks or tries first."""
    open_blocks = list(tree.body)
    while open_blocks:
        node = open_blocks.pop()
        if isinstance(node, (ast.If, ast.Try)):
            open_blocks += node.body + node.orelse + getattr(node, "finalbody", []) + [each for part in getattr(node, "handlers", []) for each in part.body]
        else:
            yield node


def write_tables(asked: Path, tables: Path, reader_of: Callable[[str, dict], Callable[[zipfile.ZipFile], Read]], changes: Callable[[list[tuple[str, Read]], dict], list[str]]) -> None:
    """
    Reads the releases of each project of the list `asked`, or of those that the command line names, and writes their tables. The first line of
    one says from when to when, and, where a pin has to be exact, what was read; `changes` makes the others of what a reader made of each wheel.
    """
    tables.mkdir(parents=True, exist_ok=True)
    index = Index()
    for project, entry in tomllib.loads(asked.read_text()).items():
        if sys.argv[1:] and project not in sys.argv[1:]:
            continue
        folder = entry.get("folder", project.replace("-", "_"))
        wheels = index.wheels(project)
        versions = firsts(wheels, entry["oldest"])
        read = reader_of(folder, entry)

        def opened(version: str) -> Read:
            with index.open(wheels[version]) as archive:
                return read(archive)

        with ThreadPoolExecutor(AT_ONCE) as pool:
            releases = list(zip(versions, pool.map(opened, versions)))
        newest = max(wheels, key=version_key)
        read_releases = versions if entry.get("exact") else []
        text = "\n".join([" ".join([versions[0], newest, *read_releases]), *changes(releases, entry), ""])
        (tables / f"{folder}.txt").write_text(text)
        print(f"{project}: {len(versions)} releases to {newest}, {len(text)} bytes")
