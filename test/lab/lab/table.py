"""The table at the end: what each story printed, and which entry of the knowledge recognised it."""

import json
import re
import subprocess
from dataclasses import dataclass

from .places import PROJECT

PROGRAM = PROJECT / "bin" / "zerogpu-advisor.js"
BUILT = PROJECT / "dist"

#: A printed line is cut there, so that the table stays readable.
WIDEST = 64
ERROR_LINE = re.compile(r"Error|Exception|exceeded|aborted|No GPU|Empty|Warning|ZeroGPU", re.IGNORECASE)


@dataclass(frozen=True)
class Row:
    """One recording of a story that was played; or, where it only asserts, what it says."""

    recording: str
    versions: dict[str, str]
    text: str
    expected: list[str]
    found: list[str] | None
    state: str

    @property
    def is_right(self) -> bool:
        """As expected, as far as it can be told without a built program."""
        return self.found is None or (self.found[:1] == self.expected[:1] and sorted(self.found) == sorted(self.expected))


def recognise(text: str) -> list[str] | None:
    """The ids that the built program finds in a text, most important first; None where it is not built."""
    if not BUILT.exists():
        return None
    ran = subprocess.run(["node", str(PROGRAM), "diagnose", "--json"], input=text, capture_output=True, text=True)
    answer = json.loads(ran.stdout) if ran.stdout.startswith("{") else {}
    return [diagnosis["id"] for diagnosis in answer.get("diagnoses", [])]


def show(rows: list[Row]) -> None:
    """Prints the rows as aligned columns, then one line of sums."""
    head = ("recording", "versions", "printed", "recognised as", "")
    body = [(row.recording, _versions(row), _printed(row.text), _recognised(row), row.state) for row in rows]
    widths = [max(len(line[column]) for line in [head, *body]) for column in range(len(head))]
    for line in [head, *body]:
        print("  ".join(cell.ljust(width) for cell, width in zip(line, widths, strict=True)).rstrip())
    right = sum(row.is_right for row in rows)
    print(f"\n{len(rows)} recordings, {right} as expected, {sum(row.state == 'changed' for row in rows)} changed since they were committed")
    if any(row.found is None for row in rows):
        print("The program is not built (npm run build), so nothing was recognised.")


def _versions(row: Row) -> str:
    return " ".join(f"{name} {version}" for name, version in row.versions.items() if name in ("spaces", "gradio", "torch", "pip"))


def _printed(text: str) -> str:
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    telling = [line for line in lines if ERROR_LINE.search(line)] or lines or ["(nothing)"]
    return telling[-1] if len(telling[-1]) <= WIDEST else f"{telling[-1][: WIDEST - 1]}…"


def _recognised(row: Row) -> str:
    if row.found is None:
        return "?"
    found = ", ".join(row.found) or "silent"
    return found if row.is_right else f"{found} (expected {', '.join(row.expected) or 'silence'})"
