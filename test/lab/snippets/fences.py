"""The fenced snippets of content/: the same reading as src/knowledge/house/snippets.ts, for Python."""

import re
from dataclasses import dataclass, replace
from pathlib import Path

#: `norun`: read and not run. `own=config,utils.images`: modules of the reader's own app, which no package brings.
FENCE = re.compile(r"^( {0,12})```(\w{1,20})( norun)?(?: own=([\w.,]{1,60}))?$")
FIX = re.compile(r"^### .{1,200} \{#([a-z0-9-]{1,40})\}$")
#: What a log fills in, `{{largest-xlarge}}`; where no sample of the page does, it stands for a name.
PLACE = re.compile(r"\{\{([a-z][a-z0-9_-]*)\}\}")


@dataclass(frozen=True)
class Snippet:
    """One fence: where it stands, what it is, and its code without the indentation of a tree."""

    page: str
    line: int
    section: str
    language: str
    is_run: bool
    own: frozenset[str]
    #: The name of the fix that it belongs to, or "".
    fix: str
    code: str

    @property
    def place(self) -> str:
        return f"{self.page}:{self.line}"

    @property
    def is_wrong_on_purpose(self) -> bool:
        return self.section == "Don't"

    def filled(self, samples: list[dict[str, str]]) -> list["Snippet"]:
        """The snippet as readers get it: once for each way in which the samples of its fix fill it."""
        if not PLACE.search(self.code):
            return [self]
        named = set(PLACE.findall(self.code))
        complete = [values for values in samples if named <= values.keys()]
        codes = {_filled(self.code, values): None for values in complete or [{}]}
        return [replace(self, code=code) for code in codes]


def _filled(code: str, values: dict[str, str]) -> str:
    return PLACE.sub(lambda place: values.get(place[1], place[1].replace("-", "_")), code)


def read_content(folder: Path) -> list[Snippet]:
    """Every snippet below errors/, rules/, guides/ and trees/, in the order of the files."""
    paths = [path for path in sorted(folder.glob("*/*")) if path.suffix in (".md", ".yaml")]
    return [snippet for path in paths for snippet in read_file(path, f"{path.parent.name}/{path.name}")]


def read_file(path: Path, page: str) -> list[Snippet]:
    """The snippets of one file; a fence that is not closed is left to `npm run check`."""
    snippets: list[Snippet] = []
    section, fix, start, lines = "", "", None, []
    for number, line in enumerate(path.read_text().split("\n"), 1):
        if start is not None and line == f"{start[1][1]}```":
            mark = start[1]
            own = frozenset(mark[4].split(",")) if mark[4] else frozenset()
            snippets.append(Snippet(page, start[0], section, mark[2], mark[3] is None, own, fix, "\n".join(lines) + "\n"))
            start = None
        elif start is not None:
            lines.append(line.removeprefix(start[1][1]) if line.startswith(start[1][1]) else line.lstrip())
        elif line.startswith("## "):
            section, fix = line[3:].strip(), ""
        elif line.startswith("### "):
            fix = named[1] if (named := FIX.match(line)) else ""
        elif mark := FENCE.match(line):
            start, lines = (number, mark), []
    return snippets
