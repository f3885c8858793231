"""Shell snippets: each command and flag of hf, pip, uv and kernels stands in what that tool says of itself with --help."""

import functools
import re
import shlex
import subprocess
import sys
from pathlib import Path

TOOLS = {"hf", "pip", "uv", "kernels"}
#: Flags of `run` commands that take no value: the word behind one of them is the program.
SWITCHES = {"--detach", "-d"}
#: A tool that needs longer for its help has hung.
LONGEST_S = 60


def complaints_about(code: str) -> list[str]:
    """The subcommands and flags of a snippet that the tools do not know."""
    return [complaint for words in _commands(code) if words[0] in TOOLS for complaint in _unknown(words)]


def _commands(code: str) -> list[list[str]]:
    """Every command of a snippet as its words; variables before it and redirections behind it are left out."""
    found: list[list[str]] = []
    for line in code.replace("\\\n", " ").splitlines():
        words: list[str] = []
        lexer = shlex.shlex(line, posix=True, punctuation_chars="|&;()<>")
        lexer.whitespace_split = True
        try:
            tokens = list(lexer)
        except ValueError:  # a quotation that goes on in the next line, which no command of these tools does
            continue
        for token in [*tokens, ";"]:
            if re.fullmatch(r"[|&;()<>]+", token):
                found += [words] if words else []
                words = []
            elif words or not re.fullmatch(r"\w+=.*", token):
                words.append(token)
    return found


def _unknown(words: list[str]) -> list[str]:
    known, rest = _subcommands(words)
    if known is None:
        return [f"there is no command {' '.join(words[:3])}"]
    text = _help(tuple(known)) or ""
    flags = [word.split("=")[0] for word in _own(known, rest) if re.match(r"--?[A-Za-z]", word)]
    return [f"{' '.join(known)} has no flag {flag}" for flag in flags if not _stands_in(flag, text)]


def _own(known: list[str], rest: list[str]) -> list[str]:
    """The words that the tool reads itself: what stands behind a script or an image that it runs is for that program."""
    if "--" in rest:
        return rest[: rest.index("--")]
    if known[-1] != "run":
        return rest
    for index, word in enumerate(rest):
        follows_flag = index > 0 and rest[index - 1].startswith("-") and "=" not in rest[index - 1]
        if not word.startswith("-") and not (follows_flag and rest[index - 1] not in SWITCHES):
            return rest[:index]
    return rest


def _subcommands(words: list[str]) -> tuple[list[str] | None, list[str]]:
    """The words that name the command, and those behind; None where the tool does not know it."""
    known = words[:1]
    for index, word in enumerate(words[1:], 1):
        text = _help(tuple(known)) or ""
        if not re.search(r"COMMAND|<command>", text) or word.startswith("-"):
            return known, words[index:]
        if _help((*known, word)) is None:
            return None, []
        known = [*known, word]
    return known, []


def _stands_in(flag: str, text: str) -> bool:
    return re.search(rf"(?<![\w-]){re.escape(flag)}(?![\w-])", text) is not None


@functools.cache
def _help(command: tuple[str, ...]) -> str | None:
    """What the room's own tool prints for --help; None where it ends with an error."""
    path = Path(sys.executable).parent / command[0]
    ran = subprocess.run([str(path), *command[1:], "--help"], capture_output=True, text=True, timeout=LONGEST_S)
    return ran.stdout if ran.returncode == 0 else None
