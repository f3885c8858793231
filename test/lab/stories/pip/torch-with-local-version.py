"""A CUDA build of torch by the local version that only another index has."""

from lab.build import build

ROOMS = ["pip-23.2.1", "pip-26.3"]
EXPECT = {"build": ["torch-version-unsupported"]}

REQUIREMENTS = """
torch==2.8.0+cu128
"""


def play(stage):
    build(stage, REQUIREMENTS)
