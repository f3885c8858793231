"""Texts as templates: what a Python expression can evaluate to, with {placeholders} for what only a run can tell."""

import ast
import itertools
from collections.abc import Iterable

#: What a name stands for at one point of the source: its alternatives.
State = dict[str, list[str]]

#: More alternatives than that come from no message that a person reads.
MOST_ALTERNATIVES = 32


def evaluate(node: ast.expr | None, state: State) -> list[str]:
    """The alternatives of an expression as templates; [] where it is no text."""
    match node:
        case ast.Constant(value=str(text)):
            return [text]
        case ast.JoinedStr(values=parts):
            return _join(_part(part, state) for part in parts)
        case ast.BinOp(left=left, op=ast.Add(), right=right):
            both = evaluate(left, state), evaluate(right, state)
            return _join(both) if all(both) else []
        case ast.BinOp(left=left, op=ast.Mod(), right=right):
            return [_percent(text, right) for text in evaluate(left, state)]
        case ast.IfExp(body=yes, orelse=no):
            return _either(evaluate(yes, state), evaluate(no, state))
        case ast.Name(id=name):
            return state.get(name, [])
        case ast.Call(func=ast.Attribute(value=text, attr="format"), keywords=[], args=arguments):
            return [_format(found, arguments) for found in evaluate(text, state)]
        case ast.Call(func=ast.Name(id="html_string"), args=arguments):
            return list(dict.fromkeys(text for argument in arguments for text in evaluate(argument, state)))
        case _:
            return []


def _either(yes: list[str], no: list[str]) -> list[str]:
    """Both; but a number that stands in where nothing else is known is only a default, and no text."""
    known = [*yes, *no]
    return [] if not (yes and no) and all(text.isdigit() for text in known) else known


def _part(part: ast.expr, state: State) -> list[str]:
    if isinstance(part, ast.Constant):
        return [str(part.value)]
    assert isinstance(part, ast.FormattedValue)
    return evaluate(part.value, state) or ["{" + ast.unparse(part.value) + "}"]


def _format(text: str, arguments: list[ast.expr]) -> str:
    for argument in arguments:
        text = text.replace("{}", "{" + ast.unparse(argument) + "}", 1)
    return text


def _percent(text: str, right: ast.expr) -> str:
    values = right.elts if isinstance(right, ast.Tuple) else [right]
    for value in values:
        for sign in ("%s", "%d", "%r"):
            if sign in text:
                text = text.replace(sign, "{" + ast.unparse(value) + "}", 1)
                break
    return text


def _join(parts: Iterable[list[str]]) -> list[str]:
    return ["".join(words) for words in itertools.islice(itertools.product(*parts), MOST_ALTERNATIVES)]
