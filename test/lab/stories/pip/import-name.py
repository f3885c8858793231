"""Names of modules instead of packages: what is imported as PIL is called Pillow."""

from lab.build import build

ROOMS = ["pip-23.2.1", "pip-26.3"]
EXPECT = {"build": ["no-matching-distribution"]}

REQUIREMENTS = """
numpy
PIL
"""


def play(stage):
    build(stage, REQUIREMENTS)
