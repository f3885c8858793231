"""Run by every Python of a story at its start: where LAB_NODE is set, the GPU driver's folder in /proc tells that model.

The `spaces` package reads from there on which hardware it runs, and so its figures. Nothing else is replaced here.
"""

import os
from collections.abc import Iterator
from pathlib import Path
from tempfile import mkdtemp

DRIVER = "/proc/driver/nvidia/gpus"


def tell_model(model: str) -> None:
    """Lets `Path(DRIVER).iterdir()` find one GPU of that model."""
    gpu = Path(mkdtemp(prefix="lab-node-")) / "0000:01:00.0"
    gpu.mkdir()
    (gpu / "information").write_text(f"Model: \t\t {model}\n")
    really = Path.iterdir

    def iterdir(path: Path) -> Iterator[Path]:
        return iter([gpu]) if str(path) == DRIVER else really(path)

    Path.iterdir = iterdir


if os.environ.get("LAB_NODE"):
    tell_model(os.environ["LAB_NODE"])
