"""The decorator's stand-in: the real one's signature, and a process boundary that arguments and results must cross."""

import functools
import inspect
from typing import Any

from .card import cross


class Called:
    """What `@spaces.GPU` decorated, in order; each is called once the snippet's own lines have run."""

    def __init__(self):
        self.functions: list[tuple[Any, Any]] = []

    def stand_in(self, real):
        """Takes the place of `spaces.GPU`; refuses what the real one refuses on ZeroGPU."""

        def gpu(task=None, **words):
            inspect.signature(real).bind(task, **words)
            if words.get("size") not in (None, "large", "xlarge"):
                raise ValueError(f"there is no size {words['size']}")
            if not callable(task):
                return functools.partial(self._wrap, words.get("duration", task))
            return self._wrap(words.get("duration"), task)

        return gpu

    def _wrap(self, duration, task):
        if inspect.iscoroutinefunction(task):
            raise NotImplementedError

        def checked(*args, **kwargs):
            _book(duration, args, kwargs)
            return cross(task(*cross(args), **cross(kwargs)))

        def streamed(*args, **kwargs):
            _book(duration, args, kwargs)
            for value in task(*cross(args), **cross(kwargs)):
                yield cross(value)

        decorated = streamed if inspect.isgeneratorfunction(task) else checked
        if inspect.isfunction(task):
            decorated = functools.wraps(task)(decorated)
        self.functions.append((decorated, task))
        return decorated


def _book(duration, args, kwargs) -> None:
    if callable(duration):
        float(duration(*args, **kwargs))
