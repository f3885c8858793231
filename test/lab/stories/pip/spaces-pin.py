"""A copied `spaces` pin against the version that the platform installs."""

from lab.build import PLATFORM, build

ROOMS = ["pip-23.2.1", "pip-26.3"]
EXPECT = {"build": ["spaces-pin-conflict"]}

REQUIREMENTS = """
spaces==0.30.4
pillow
"""


def play(stage):
    build(stage, REQUIREMENTS, *PLATFORM)
