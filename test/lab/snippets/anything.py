"""What a page takes for granted and nobody defined: an object that can be called, walked, counted and sent across."""

from typing import Any

import numpy

#: What it is where somebody wants pixels.
PIXELS = numpy.zeros((8, 8, 3), "uint8")


class Anything:
    """Stands for a function, a value or a handle of the reader's own app."""

    def __call__(self, *args: Any, **kwargs: Any) -> "Anything":
        return Anything()

    def __getattr__(self, name: str) -> Any:
        if name.startswith("__"):
            raise AttributeError(name)
        return Anything()

    @property
    def __array_interface__(self) -> dict[str, Any]:
        return {**PIXELS.__array_interface__, "strides": PIXELS.strides}

    def tobytes(self) -> bytes:
        return PIXELS.tobytes()

    def __iter__(self):
        return iter([Anything(), Anything()])

    def __len__(self) -> int:
        return 2

    def __getitem__(self, key: Any) -> "Anything":
        return Anything()

    def __setitem__(self, key: Any, value: Any) -> None:
        pass

    def __enter__(self) -> "Anything":
        return self

    def __exit__(self, *_: Any) -> None:
        return None

    def __add__(self, other: Any) -> Any:
        return other

    __radd__ = __add__

    def __mul__(self, other: Any) -> "Anything":
        return self

    __rmul__ = __matmul__ = __mul__

    def __lt__(self, other: Any) -> bool:
        return False

    __gt__ = __le__ = __ge__ = __lt__

    def __format__(self, how: str) -> str:
        return format(1.0, how) if how else "anything"

    def __float__(self) -> float:
        return 1.0

    def __int__(self) -> int:
        return 1

    __index__ = __int__

    def __str__(self) -> str:
        return "anything"

    __fspath__ = __str__

    def __reduce__(self):
        return Anything, ()
