"""Finds the lines of a Python source that a frame of a traceback is likely to stand on, each with the function that the frame names."""

import ast
import re
from dataclasses import dataclass

FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
# Most frames stand on one of these. Whatever else can fail (a sum, a missing key) is left out: it would double the table.
ACTING = (ast.Await, ast.Raise, ast.Import, ast.ImportFrom, ast.With, ast.AsyncWith)
# The reader passes over a frame whose quoted line shows none of these (src/frames/quote.ts has the same expression).
TELLING = re.compile(r"^(?!(?:async )?def\b).*\(|^(?:raise|import|from)\b")
# Calls that hardly ever stand in a traceback: they take what they get, and nothing of a library runs within them.
HARMLESS = frozenset(
    "isinstance issubclass len str bool print hasattr type list dict set tuple sorted range zip enumerate max min any all super repr id "
    "callable reversed append extend insert items keys values format startswith endswith replace lower upper strip lstrip rstrip split "
    "rsplit join add update discard setdefault copy warning warning_once warn info debug error exception cast partial wraps "
    "basename dirname abspath isfile isdir exists TypeVar perf_counter time size dim numel is_tensor".split()
)


@dataclass(frozen=True)
class Mark:
    """A line (counted from 1), the name of the function that a frame on it bears, and the text of the line."""

    line: int
    function: str
    text: str


def marks_of(source: str) -> list[Mark]:
    """The telling lines of a source, in order. Raises SyntaxError where this Python is older than the source."""
    lines = source.split("\n")
    names: dict[int, str] = {}
    for node in ast.parse(source).body:
        _visit(node, "<module>", names)
    marks = [Mark(line, name, lines[line - 1].strip()) for line, name in sorted(names.items())]
    return [mark for mark in marks if TELLING.search(mark.text)]


def _visit(node: ast.AST, function: str, names: dict[int, str]) -> None:
    """Notes the lines of a node and of its parts. Lambdas and comprehensions count as the function around them."""
    for line in _lines_of(node):
        names[line] = function
    for part, inner in _parts(node, function):
        _visit(part, inner, names)


def _parts(node: ast.AST, function: str) -> list[tuple[ast.AST, str]]:
    """The parts of a node, each with the function that it runs in. Annotations are left out: they hardly ever fail."""
    if isinstance(node, FUNCTIONS):
        defaults = [default for default in (*node.args.defaults, *node.args.kw_defaults) if default]
        return [*((part, function) for part in (*node.decorator_list, *defaults)), *((part, node.name) for part in node.body)]
    if isinstance(node, ast.ClassDef):
        around = (*node.decorator_list, *node.bases, *node.keywords)
        return [*((part, function) for part in around), *((part, node.name) for part in node.body)]
    if isinstance(node, ast.AnnAssign):
        return [(part, function) for part in (node.target, node.value) if part]
    return [(part, function) for part in ast.iter_child_nodes(node)]


def _lines_of(node: ast.AST) -> list[int]:
    """Lines that Python gives for what this node itself does: where a call begins, and where the name of its method stands."""
    if isinstance(node, ast.Call):
        named = node.func
        name = named.attr if isinstance(named, ast.Attribute) else getattr(named, "id", "")
        return [] if name in HARMLESS or _is_lookup(name, node) else [node.lineno, named.end_lineno]
    if isinstance(node, ast.ClassDef):
        return [node.lineno] if node.bases else []
    return [node.lineno] if isinstance(node, ACTING) else []


def _is_lookup(name: str, call: ast.Call) -> bool:
    """A key is looked up, or strings are joined; without arguments a queue is read, or a thread waited for."""
    return name in ("get", "join", "pop") and bool(call.args)
