"""A range of `spaces` that the version of the platform does not lie in."""

from lab.build import PLATFORM, build

ROOMS = ["pip-23.2.1", "pip-26.3"]
EXPECT = {"build": ["spaces-pin-conflict"]}

REQUIREMENTS = """
spaces<0.50
"""


def play(stage):
    build(stage, REQUIREMENTS, *PLATFORM)
