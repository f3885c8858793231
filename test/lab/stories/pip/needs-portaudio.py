"""PyAudio without the headers of portaudio."""

from lab.build import build

ROOMS = ["pip-23.2.1", "pip-26.3"]
EXPECT = {"build": ["sdist-build-failed"]}

REQUIREMENTS = """
PyAudio==0.2.14
"""


def play(stage):
    build(stage, REQUIREMENTS)
