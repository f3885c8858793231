"""`npm run names [PROJECT…]`: which names and modules came and went with which release, read from the wheels of names.toml, into content/names/."""

import ast
import re
import zipfile
from fnmatch import fnmatchcase
from math import inf
from pathlib import Path

from packages import version_key
from surface import statements, write_tables

TABLES = Path(__file__).parents[3] / "content" / "names"
# Names of this module stand for modules themselves, and those of the next for families of models.
MODULES = "/"
FAMILIES = "="
LISTED = re.compile(r'^__all__\s*\+?=\s*[\[(](.*?)[\])]', re.M | re.S)
FAMILY = re.compile(r'^\s+\(?"([a-z][\w-]*)"[,:] "\w+Config"', re.M)


def bound(source: str, is_package: bool, folder: str) -> set[str]:
    """Public names that a module binds at its top, by itself or from its own package; of a package also those in its lists of lazy imports."""
    tree = ast.parse(source)
    names: set[str] = set()
    for node in statements(tree):
        if isinstance(node, ast.ImportFrom) and (node.level > 0 or (node.module or "").split(".")[0] == folder):
            names.update(alias.asname or alias.name for alias in node.names)
        elif isinstance(node, (ast.FunctionDef, ast.ClassDef)):
            names.add(node.name)
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
            names.add(node.target.id)
        elif isinstance(node, ast.Assign):
            names.update(target.id for target in node.targets if isinstance(target, ast.Name))
    if is_package:
        names.update(node.value for node in ast.walk(tree) if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value.isidentifier())
    return {name for name in names if len(name) > 2 and not name.startswith("__")}


def passed_on(read, path: str, folder: str) -> set[str]:
    """Names that `from .part import *` brings into a package: what the part lists in its `__all__`, else what it binds."""
    names: set[str] = set()
    here = path.rpartition("/")[0]
    for node in ast.walk(ast.parse(read(path))):
        if isinstance(node, ast.ImportFrom) and node.level < 2 and node.module and node.names[0].name == "*":
            inside = f"{here}/" * bool(here) if node.level == 1 else ""
            part = inside + node.module.removeprefix(f"{folder}." * (node.level == 0)).replace(".", "/")
            package = f"{part}/__init__.py"
            source = read(f"{part}.py") or read(package)
            listed = LISTED.search(source)
            names.update(re.findall(r"""['"](\w+)['"]""", listed[1]) if listed else bound(source, False, ""))
            if not listed and read(package):
                names.update(passed_on(read, package, folder))
    return names


def names_of(archive: zipfile.ZipFile, folder: str, entry: dict) -> dict[str, set[str]]:
    """By module below the folder: what it holds."""
    wanted = entry["files"]
    files = {name.removeprefix(f"{folder}/") for name in archive.namelist() if name.startswith(f"{folder}/") and name.endswith(".py")}
    read = lambda path: archive.read(f"{folder}/{path}").decode("utf-8", "replace") if path in files else ""
    found: dict[str, set[str]] = {MODULES: {module_of(path) for path in files if "." != module_of(path)}}
    for path in files:
        if any(fnmatchcase(path, pattern) for pattern in wanted):
            found[module_of(path)] = bound(read(path), path.endswith("__init__.py"), folder) | passed_on(read, path, folder)
    for path in entry.get("itself", []):
        found["."].update(bound(read(path), False, folder))
    if folder == "transformers":
        mapping = read("models/auto/configuration_auto.py")
        extra = next((read(path) for path in sorted(files) if path.endswith("auto/auto_mappings.py")), "")
        found[FAMILIES] = set(FAMILY.findall(mapping + extra))
        for path in files:
            if path.startswith("models/"):
                for names in LISTED.findall(read(path)):
                    found["."].update(re.findall(r'"(\w+)"', names))
                if path.endswith("/__init__.py"):
                    found["."].update(name for name in bound(read(path), True, folder) if name[0].isupper())
    return found


def module_of(path: str) -> str:
    return path.removesuffix(".py").removesuffix("__init__").rstrip("/").replace("/", ".") or "."


def changes(releases: list[tuple[str, dict[str, set[str]]]], entry: dict) -> list[str]:
    """A line for each release, module and direction; a module that came or went as a whole is one name."""
    oldest, first = releases[0]
    lines = [line(oldest, "+", module, names, entry["whole"]) for module, names in first.items()] if "whole" in entry else []
    for (_, before), (version, after) in zip(releases, releases[1:]):
        for module in sorted(before.keys() & after.keys()):
            if version_key(version) >= version_key(entry["recent"]):
                lines.append(line(version, "+", module, after[module] - before[module], entry["came"]))
            lines.append(line(version, "-", module, before[module] - after[module], entry["went"], entry.get("most", inf)))
    return [each for each in lines if each]


def line(version: str, sign: str, module: str, names: set[str], wanted: str, most: float = inf) -> str | None:
    """`4.57.0 + cache_utils DynamicLayer`: the names that are wanted, without those that a shorter one beside them tells as well. More than `most`
    did not go: a module only lists them otherwise."""
    listed = {name for name in names if re.fullmatch(wanted, f"{module} {name}")}
    if len(listed) > most:
        return None
    if module in (MODULES, FAMILIES):
        listed = {name for name in listed if not any(name.startswith((f"{other}.", f"{other}_")) for other in listed)}
    return f"{version} {sign} {module} {' '.join(sorted(listed))}" if listed else None


if __name__ == "__main__":
    reader_of = lambda folder, entry: lambda archive: names_of(archive, folder, entry)
    write_tables(Path(__file__).with_name("names.toml"), TABLES, reader_of, changes)
