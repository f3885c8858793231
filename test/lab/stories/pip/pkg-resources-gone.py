"""An sdist whose setup.py imports pkg_resources, which the newest setuptools no longer has."""

from lab.build import build

ROOMS = ["pip-23.2.1", "pip-26.3"]
EXPECT = {"build": ["pkg-resources-missing"]}

REQUIREMENTS = """
openai-whisper==20231117
"""


def play(stage):
    build(stage, REQUIREMENTS)
