"""Writes the marks of all releases of a package as one compact text: what each release changes, file by file (src/frames/table.ts reads it)."""

import difflib
import re
from dataclasses import dataclass

from marks import Mark

# One of these stands for the text of a line: none is a digit, a blank or one of the signs of the format.
ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz!#$%&*_./;?^"


@dataclass(frozen=True)
class Token:
    """A mark as it is written: its function, the lines since the mark before, its text as a sign."""

    function: str
    gap: int
    text: str


def text_sign(text: str) -> str:
    """A sign for a line, whatever its blanks: six bits of its FNV-1a hash."""
    number = 2166136261
    for character in re.sub(r"\s", "", text):
        number = (number ^ ord(character)) * 16777619 & 0xFFFFFFFF
    number ^= number >> 16
    return ALPHABET[number & 63]


def tokens_of(marks: list[Mark]) -> list[Token]:
    lines = [0, *(mark.line for mark in marks)]
    return [Token(mark.function, mark.line - before, text_sign(mark.text)) for mark, before in zip(marks, lines)]


def changes(before: list[Token], after: list[Token]) -> str:
    """How to make one list of tokens of another: =n keeps n, -n drops n, >n and <n keep one whose gap is wider or narrower, + brings new ones."""
    written = ""
    matcher = difflib.SequenceMatcher(None, [(t.function, t.text) for t in before], [(t.function, t.text) for t in after], autojunk=False)
    for kind, start, end, new_start, new_end in matcher.get_opcodes():
        if kind == "equal":
            written += _kept(before[start:end], after[new_start:new_end])
            continue
        if end > start:
            written += f"-{end - start}"
        if new_end > new_start:
            written += "+" + _added(after, new_start, new_end)
    return re.sub(r"=\d+$", "", written)


def _added(after: list[Token], start: int, end: int) -> str:
    """New tokens: a function is named where it is another than that of the token before, a gap where it is not one line."""
    written = ""
    for index in range(start, end):
        token = after[index]
        if index == 0 or after[index - 1].function != token.function:
            written += f"[{token.function}]"
        written += (str(token.gap) if token.gap != 1 else "") + token.text
    return written


def _kept(before: list[Token], after: list[Token]) -> str:
    written, same = "", 0
    for old, new in zip(before, after):
        if old.gap == new.gap:
            same += 1
            continue
        wider = new.gap - old.gap
        written += (f"={same}" if same else "") + (f">{wider}" if wider > 0 else f"<{-wider}")
        same = 0
    return written + (f"={same}" if same else "")


def table_of(project: str, releases: list[tuple[str, dict[str, list[Mark]]]]) -> str:
    """The table of a project, its releases given oldest first, each with the marks of its files."""
    written = [" ".join([project, *(version for version, _ in releases)])]
    for path in sorted({path for _, files in releases for path in files}):
        rows, before = [], []
        for number, (_, files) in enumerate(releases):
            tokens = tokens_of(files.get(path, []))
            if tokens != before:
                rows.append(f"{number}{changes(before, tokens)}")
            before = tokens
        if rows:
            written += [f"@{path}", *rows]
    return "\n".join(written) + "\n"
