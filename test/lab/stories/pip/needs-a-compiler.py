"""An extension in C without a wheel for this Python, on an image without a compiler."""

from lab.build import build, only

ROOMS = ["pip-23.2.1", "pip-26.3"]
EXPECT = {"build": ["sdist-build-failed"]}
STAND_INS = ["the image has no compiler: PATH is empty"]

REQUIREMENTS = """
python-Levenshtein==0.12.2
"""


def play(stage):
    build(stage, REQUIREMENTS, PATH=only(stage))
