"""Run by every Python of a story at its start: where LAB_NODE is set, /proc looks as it does inside a ZeroGPU Space.

The `spaces` package reads there on which GPU it runs, and so its figures, and in which control group. Nothing else is
replaced here.
"""

import os
from collections.abc import Iterator
from pathlib import Path
from tempfile import mkdtemp

DRIVER = "/proc/driver/nvidia/gpus"
CONTROL_GROUP = "/proc/self/cgroup"
#: In both notations: versions of `spaces` before 0.48 read the first line only, and want the older one.
CONTROL_GROUPS = "4:devices:/lab\n0::/lab\n"


def tell(model: str) -> None:
    """Lets `Path(DRIVER).iterdir()` find one GPU of that model, and `Path(CONTROL_GROUP).read_text()` a group."""
    gpu = Path(mkdtemp(prefix="lab-node-")) / "0000:01:00.0"
    gpu.mkdir()
    (gpu / "information").write_text(f"Model: \t\t {model}\n")
    really_iterate, really_read = Path.iterdir, Path.read_text

    def iterdir(path: Path) -> Iterator[Path]:
        return iter([gpu]) if str(path) == DRIVER else really_iterate(path)

    def read_text(path: Path, *arguments: object, **named: object) -> str:
        return CONTROL_GROUPS if str(path) == CONTROL_GROUP else really_read(path, *arguments, **named)

    Path.iterdir = iterdir
    Path.read_text = read_text


if os.environ.get("LAB_NODE"):
    tell(os.environ["LAB_NODE"])
