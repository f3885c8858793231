"""Stand-ins for compiling ahead of time: it needs the card and minutes, and has stories of its own. Capturing stays real."""

from types import SimpleNamespace
from typing import Any
from unittest.mock import create_autospec

import aokit
import torch


class Compiled:
    """Takes the calls of a module; `weights` can be shared between several."""

    def __init__(self):
        self.weights = SimpleNamespace(constants_map={})

    def __call__(self, *args: Any, **kwargs: Any) -> None:
        return None


def stand_ins() -> dict[str, Any]:
    """Name in `spaces` → stand-in with the signature of the real one."""
    from spaces.zero.torch import aoti

    def apply(compiled, module, call_method="forward"):
        if not callable(compiled):
            raise TypeError("what is applied must be callable")

    def load(module, repo_id, variant=None):
        if getattr(module, "_repeated_blocks", None) is None:
            raise RuntimeError("aoti_blocks_load only works with modules that expose _repeated_blocks")

    for name in ("compile_and_save", "load", "load_from_package_dir"):
        setattr(aokit, name, create_autospec(getattr(aokit, name)))
    torch.export.export = create_autospec(torch.export.export)
    return {
        "aoti_compile": create_autospec(aoti.aoti_compile, side_effect=lambda *_, **__: Compiled()),
        "aoti_apply": create_autospec(aoti.aoti_apply, side_effect=apply),
        "aoti_blocks_load": create_autospec(aoti.aoti_blocks_load, side_effect=load),
        "aoti_load": create_autospec(aoti.aoti_load),
        "aoti_compile_and_save": create_autospec(aoti.aoti_compile_and_save),
    }
