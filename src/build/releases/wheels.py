"""Reads single source files out of the wheels of a package index, through pip's own session, without downloading the wheels."""

import io
import re
import zipfile
from collections.abc import Callable

from pip._internal.commands import create_command
from pip._internal.models.target_python import TargetPython

# Wheels are cut into blocks of this size, so that neighbouring files come with one request.
BLOCK = 256 * 1024
FINAL = re.compile(r"\d+(\.\d+)*(\.post\d+)?")
# Compiled packages publish a wheel for each Python: the first of these that has one is read, the sources are the same.
PYTHONS = [(3, 11), (3, 12), (3, 10), (3, 9), (3, 13)]


class Index:
    """The package index that pip is set up for."""

    def __init__(self) -> None:
        self._command = create_command("download")
        self._options, _ = self._command.parse_args(["--quiet", "pip"])
        self._session = self._command._build_session(self._options)

    def wheels(self, project: str) -> dict[str, str]:
        """Final versions of a project, each with the address of one of its wheels."""
        found: dict[str, str] = {}
        for python in PYTHONS:
            for candidate in self._finder(python).find_all_candidates(project):
                version = str(candidate.version)
                if candidate.link.is_wheel and FINAL.fullmatch(version):
                    found.setdefault(version, candidate.link.url_without_fragment)
        return found

    def _finder(self, python: tuple[int, int]):
        target = TargetPython(py_version_info=python)
        return self._command._build_package_finder(self._options, self._session, target, ignore_requires_python=True)

    def open(self, wheel: str) -> zipfile.ZipFile:
        """A wheel as an archive of which only what is read is fetched."""
        return zipfile.ZipFile(io.BufferedReader(RemoteFile(self._session, wheel), BLOCK))

    def sources(self, wheel: str, is_wanted: Callable[[str], bool]) -> dict[str, str]:
        """The wanted files of a wheel, as text, by their path within it."""
        with self.open(wheel) as archive:
            names = [name for name in archive.namelist() if name.endswith(".py") and is_wanted(name)]
            return {name: archive.read(name).decode("utf-8", "replace") for name in names}


class RemoteFile(io.RawIOBase):
    """A file on a server that answers ranges: what is read of it is fetched, block by block."""

    def __init__(self, session, address: str) -> None:
        self._session = session
        self._address = address
        self._blocks: dict[int, bytes] = {}
        self._position = 0
        head = session.head(address, headers={"Accept-Encoding": "identity"})
        head.raise_for_status()
        self._size = int(head.headers["Content-Length"])

    def seekable(self) -> bool:
        return True

    def readable(self) -> bool:
        return True

    def tell(self) -> int:
        return self._position

    def seek(self, offset: int, whence: int = io.SEEK_SET) -> int:
        start = {io.SEEK_SET: 0, io.SEEK_CUR: self._position, io.SEEK_END: self._size}[whence]
        self._position = start + offset
        return self._position

    def readinto(self, buffer) -> int:
        if self._position >= self._size:
            return 0
        number, offset = divmod(self._position, BLOCK)
        part = self._block(number)[offset : offset + len(buffer)]
        buffer[: len(part)] = part
        self._position += len(part)
        return len(part)

    def _block(self, number: int) -> bytes:
        if number not in self._blocks:
            last = min((number + 1) * BLOCK, self._size) - 1
            headers = {"Range": f"bytes={number * BLOCK}-{last}", "Accept-Encoding": "identity", "Cache-Control": "no-cache"}
            answer = self._session.get(self._address, headers=headers)
            answer.raise_for_status()
            if answer.status_code != 206:
                raise OSError(f"{self._address} does not answer ranges")
            self._blocks[number] = answer.content
        return self._blocks[number]
