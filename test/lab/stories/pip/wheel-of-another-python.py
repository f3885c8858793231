"""A wheel for Python 3.10 by its address."""

from lab.build import build

ROOMS = ["pip-23.2.1", "pip-26.3"]
EXPECT = {"build": ["wheel-not-supported"]}

REQUIREMENTS = """
https://github.com/Dao-AILab/flash-attention/releases/download/v2.8.3/flash_attn-2.8.3+cu12torch2.8cxx11abiTRUE-cp310-cp310-linux_x86_64.whl
"""


def play(stage):
    build(stage, REQUIREMENTS)
