"""A pin of pydantic 1 beside the Gradio 6 that README.md asks for."""

from lab.build import PLATFORM, build

ROOMS = ["pip-23.2.1", "pip-26.3"]
EXPECT = {"build": ["pip-conflict"]}

REQUIREMENTS = """
pydantic==1.10.13
pillow
"""


def play(stage):
    build(stage, REQUIREMENTS, *PLATFORM)
