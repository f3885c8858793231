"""The same package pinned to two versions in one file."""

from lab.build import build

ROOMS = ["pip-23.2.1", "pip-26.3"]
EXPECT = {"build": ["pip-conflict"]}

REQUIREMENTS = """
numpy==1.26.4
pillow
numpy==2.2.6
"""


def play(stage):
    build(stage, REQUIREMENTS)
