"""The fenced snippets of content/: the same reading as src/knowledge/house/snippets.ts, for Python."""

import re
from dataclasses import dataclass
from pathlib import Path

FENCE = re.compile(r"^( {0,12})```(\w{1,20})( norun)?$")
#: What a log fills in, `{{largest-xlarge}}`; here it stands for a name.
PLACE = re.compile(r"\{\{([a-z][a-z0-9_-]*)\}\}")


@dataclass(frozen=True)
class Snippet:
    """One fence: where it stands, what it is, and its code without the indentation of a tree."""

    page: str
    line: int
    section: str
    language: str
    is_run: bool
    code: str

    @property
    def place(self) -> str:
        return f"{self.page}:{self.line}"

    @property
    def is_wrong_on_purpose(self) -> bool:
        return self.section == "Don't"


def read_content(folder: Path) -> list[Snippet]:
    """Every snippet below errors/, rules/, guides/ and trees/, in the order of the files."""
    paths = [path for path in sorted(folder.glob("*/*")) if path.suffix in (".md", ".yaml")]
    return [snippet for path in paths for snippet in read_file(path, f"{path.parent.name}/{path.name}")]


def read_file(path: Path, page: str) -> list[Snippet]:
    """The snippets of one file; a fence that is not closed is left to `npm run check`."""
    snippets: list[Snippet] = []
    section, start, lines = "", None, []
    for number, line in enumerate(path.read_text().split("\n"), 1):
        if start is not None and line == f"{start[1][1]}```":
            mark = start[1]
            snippets.append(Snippet(page, start[0], section, mark[2], mark[3] is None, "\n".join(lines) + "\n"))
            start = None
        elif start is not None:
            code = line.removeprefix(start[1][1]) if line.startswith(start[1][1]) else line.lstrip()
            lines.append(PLACE.sub(lambda place: place[1].replace("-", "_"), code))
        elif line.startswith("## "):
            section = line[3:].strip()
        elif mark := FENCE.match(line):
            start, lines = (number, mark), []
    return snippets
