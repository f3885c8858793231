"""A pin of a version that its authors have withdrawn."""

from lab.build import build

ROOMS = ["pip-23.2.1", "pip-26.3"]
EXPECT = {"build": []}

REQUIREMENTS = """
attrs==21.1.0
"""


def play(stage):
    build(stage, REQUIREMENTS)
