"""A torch that has no wheel for this Python."""

from lab.build import build

ROOMS = ["pip-23.2.1", "pip-26.3"]
EXPECT = {"build": ["torch-version-unsupported"]}

REQUIREMENTS = """
torch==1.9.0
"""


def play(stage):
    build(stage, REQUIREMENTS)
