"""A locked file whose hash is not that of the file in the registry."""

from lab.build import build

ROOMS = ["pip-23.2.1", "pip-26.3"]
EXPECT = {"build": ["requirements-invalid"]}

REQUIREMENTS = """
six==1.16.0 --hash=sha256:0000000000000000000000000000000000000000000000000000000000000000
"""


def play(stage):
    build(stage, REQUIREMENTS)
