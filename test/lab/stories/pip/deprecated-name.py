"""The name of the module, which the registry keeps as an empty package that refuses to be installed."""

from lab.build import build

ROOMS = ["pip-23.2.1", "pip-26.3"]
EXPECT = {"build": ["sdist-build-failed"]}

REQUIREMENTS = """
sklearn
"""


def play(stage):
    build(stage, REQUIREMENTS)
