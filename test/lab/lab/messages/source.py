"""Reads one source file: every place where a message leaves it, and the templates that can stand there.

A function is followed statement by statement with what its variables can hold; branches are followed apart and joined
again, unless one of them raises or returns. So a text that is built up with `+=` comes in the states that it really has.
"""

import ast
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from .templates import State, evaluate

#: Calls that show or log a text: the position of the text among the arguments, and of the title where there is one.
SPEAKING = {
    **dict.fromkeys(("warn", "print", "debug", "Error", "HTMLError", "Info", "Warning", "Success"), (0, None)),
    **dict.fromkeys(("log_message", "HTTPException"), (1, None)),
    **dict.fromkeys(("error", "info"), (1, 0)),
    "tqdm": (None, None),
}
LOGGERS = ("logger", "logging")


@dataclass(frozen=True, order=True)
class Message:
    """A template, its title where it has one, and how it leaves the source: `raise RuntimeError`, `warn`, `print` …"""

    text: str
    title: str
    how: str


def read_messages(source: str) -> list[Message]:
    """All messages of a file, each once, in order."""
    reader = _Reader()
    reader.follow(ast.parse(source).body, {})
    return list(dict.fromkeys(reader.found))


@dataclass
class _Reader:
    found: list[Message] = field(default_factory=list)

    def follow(self, body: list[ast.stmt], state: State) -> bool:
        """Follows statements and changes the state on the way; whether what comes after them can be reached."""
        return all([self._step(statement, state) for statement in _reached(body)]) if body else True

    def _step(self, node: ast.stmt, state: State) -> bool:
        match node:
            case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
                self.follow(node.body, dict(state))
            case ast.If():
                self._speak(node.test, state)
                return self._branches([node.body, node.orelse], state)
            case ast.Match():
                return self._branches([case.body for case in node.cases] + [[]], state)
            case ast.Try():
                return self._branches([node.body + node.orelse + node.finalbody, *(handler.body for handler in node.handlers)], state)
            case ast.For() | ast.AsyncFor() | ast.While():
                self._branches([node.body, []], state)
            case ast.With() | ast.AsyncWith():
                return self.follow(node.body, state)
            case ast.Assign(targets=[ast.Name(id=name)], value=value) | ast.AnnAssign(target=ast.Name(id=name), value=ast.expr() as value):
                self._speak(value, state)
                state[name] = _number(value) or evaluate(value, state)
            case ast.AugAssign(target=ast.Name(id=name), value=value):
                state[name] = [text + more for text in state.get(name, []) for more in evaluate(value, state)]
            case ast.Raise():
                self._raise(node.exc, state)
                return False
            case ast.Return():
                self._speak(node.value, state)
                return False
            case ast.Assert():
                self._add(evaluate(node.msg, state), "", "assert")
            case _:
                self._speak(node, state)
        return True

    def _branches(self, bodies: list[list[ast.stmt]], state: State) -> bool:
        ends = []
        for body in bodies:
            own = dict(state)
            if self.follow(body, own):
                ends.append(own)
        for name in {name for end in ends for name in end}:
            state[name] = list(dict.fromkeys(text for end in ends for text in end.get(name, [])))
        return bool(ends)

    def _raise(self, exception: ast.expr | None, state: State) -> None:
        if not isinstance(exception, ast.Call):
            if exception is not None and ast.unparse(exception)[0].isupper():
                self._add([""], "", f"raise {ast.unparse(exception)}")
            return
        name = _last_name(exception)
        if name in ("error", "HTTPException", "HTMLError"):
            self._call(exception, f"raise {name}", state)
            return
        arguments = [*exception.args, *(keyword.value for keyword in exception.keywords)]
        unknown = ["{" + ast.unparse(arguments[0]) + "}"] if arguments else [""]
        self._add(next((texts for argument in arguments if (texts := evaluate(argument, state))), unknown), "", f"raise {name}")

    def _speak(self, node: ast.AST | None, state: State) -> None:
        for part in ast.walk(node) if node is not None else ():
            if isinstance(part, ast.Call) and (how := _how(part)) is not None:
                self._call(part, how, state)

    def _call(self, call: ast.Call, how: str, state: State) -> None:
        at, titled = SPEAKING["warn" if how.startswith("log ") else _last_name(call)]
        named = {keyword.arg: keyword.value for keyword in call.keywords}
        text = next((named[name] for name in ("message", "detail", "desc") if name in named), None) or _at(call.args, at)
        title = evaluate(named.get("title") or _at(call.args, titled), state)
        unknown = ["{" + ast.unparse(text) + "}"] if title and text is not None else []
        self._add(evaluate(text, state) or unknown, title[0] if title else "", how)

    def _add(self, texts: Iterable[str], title: str, how: str) -> None:
        self.found.extend(Message(text, title, how) for text in texts)


def _reached(body: list[ast.stmt]) -> Iterator[ast.stmt]:
    for statement in body:
        yield statement
        if isinstance(statement, (ast.Raise, ast.Return, ast.Continue, ast.Break)):
            return


def _how(call: ast.Call) -> str | None:
    path, last = ast.unparse(call.func).split("."), _last_name(call)
    if path[0] in LOGGERS and last in ("warning", "warn", "error", "info", "exception"):
        return f"log {last}"
    if last not in SPEAKING or (last in ("error", "info", "debug") and len(path) > 1):
        return None
    return {"error": "show error", "info": "show"}.get(last, last)


def _number(value: ast.expr) -> list[str]:
    return [str(value.value)] if isinstance(value, ast.Constant) and isinstance(value.value, (int, float)) else []


def _last_name(call: ast.Call) -> str:
    return ast.unparse(call.func).split(".")[-1]


def _at(arguments: list[ast.expr], position: int | None) -> ast.expr | None:
    return arguments[position] if position is not None and len(arguments) > position else None
