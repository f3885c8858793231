"""`npm run releases [PROJECT…]`: reads the releases of the packages in packages.toml from the package index and writes content/releases/."""

import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from marks import Mark, marks_of
from packages import Package, read_packages, version_key
from table import table_of
from wheels import Index

TABLES = Path(__file__).parents[3] / "content" / "releases"
# The index is a shared good: a few wheels at a time are quick enough.
AT_ONCE = 4


def marks_of_release(index: Index, package: Package, wheel: str) -> dict[str, list[Mark]]:
    """The wanted marks of a wheel, by path within the package's folder."""
    prefix = f"{package.folder}/"

    def is_wanted(name: str) -> bool:
        return name.startswith(prefix) and package.functions_of(name.removeprefix(prefix)) is not None

    files: dict[str, list[Mark]] = {}
    for name, source in index.sources(wheel, is_wanted).items():
        path = name.removeprefix(prefix)
        is_listed = package.functions_of(path)
        try:
            files[path] = [mark for mark in marks_of(source) if is_listed(mark.function)]
        except SyntaxError:
            print(f"{wheel}: {path} is newer than this Python, left out", file=sys.stderr)
    return files


def write_table(index: Index, package: Package) -> None:
    """Reads all releases of a package and writes its table."""
    wheels = index.wheels(package.project)
    versions = sorted((version for version in wheels if version_key(version) >= version_key(package.oldest)), key=version_key)
    with ThreadPoolExecutor(AT_ONCE) as pool:
        releases = list(pool.map(lambda version: marks_of_release(index, package, wheels[version]), versions))
    text = table_of(package.project, list(zip(versions, releases)))
    (TABLES / f"{package.folder}.txt").write_text(text)
    print(f"{package.project}: {len(versions)} releases to {versions[-1]}, {len(text)} bytes")


def main() -> None:
    wanted = sys.argv[1:]
    TABLES.mkdir(parents=True, exist_ok=True)
    index = Index()
    for package in read_packages():
        if not wanted or package.project in wanted:
            write_table(index, package)


if __name__ == "__main__":
    main()
