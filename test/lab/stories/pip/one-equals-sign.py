"""A requirement with one equals sign."""

from lab.build import build

ROOMS = ["pip-23.2.1", "pip-26.3"]
EXPECT = {"build": ["requirements-invalid"]}

REQUIREMENTS = """
torch=2.8.0
gradio
"""


def play(stage):
    build(stage, REQUIREMENTS)
