"""A Space on a machine that has a card: its workers really get it. The card is not ZeroGPU's own, and the stories say so."""

import shutil
import subprocess

from .scheduler import gpu
from .space import HOPPER, Space
from .stage import Stage

STAND_INS = ["a card of the generation before ZeroGPU's, whole instead of a half"]


def has_card() -> bool:
    """Whether this machine has a card of NVIDIA with its driver."""
    return shutil.which("nvidia-smi") is not None and subprocess.run(["nvidia-smi", "-L"], capture_output=True).returncode == 0


def card_space(stage: Stage, source: str, calls: int = 1, **variables: str) -> Space:
    """A Space in ZeroGPU mode whose scheduler gives this machine's card, for so many calls, those at start-up included."""
    uuid = subprocess.run(["nvidia-smi", "--query-gpu=uuid", "--format=csv,noheader"], capture_output=True, text=True).stdout.split()[0]
    return Space(stage, source, node=HOPPER, will={"schedule": [gpu(nvidiaUUID=uuid)] * calls}, **variables)
