"""flash-attn by its bare name: pip builds it apart from torch."""

from lab.build import build

ROOMS = ["pip-23.2.1", "pip-26.3"]
EXPECT = {"build": ["flash-attn-build"]}

REQUIREMENTS = """
flash-attn==2.8.3
torch
"""


def play(stage):
    build(stage, REQUIREMENTS)
