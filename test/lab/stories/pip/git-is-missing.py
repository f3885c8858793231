"""A requirement from a repository, on an image without git."""

from lab.build import build, only

ROOMS = ["pip-23.2.1", "pip-26.3"]
EXPECT = {"build": ["system-package-missing"]}
STAND_INS = ["the image has no git: PATH is empty"]

REQUIREMENTS = """
git+https://github.com/facebookresearch/demucs
"""


def play(stage):
    build(stage, REQUIREMENTS, PATH=only(stage))
