"""A version that needs a newer Python than the Space has."""

from lab.build import build

ROOMS = ["pip-23.2.1", "pip-26.3"]
EXPECT = {"build": ["python-version-mismatch"]}

REQUIREMENTS = """
numpy==2.5.2
"""


def play(stage):
    build(stage, REQUIREMENTS)
