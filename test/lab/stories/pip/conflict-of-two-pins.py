"""transformers 5 beside a huggingface_hub that is too old for it."""

from lab.build import build

ROOMS = ["pip-23.2.1", "pip-26.3"]
EXPECT = {"build": ["pip-conflict"]}

REQUIREMENTS = """
transformers==5.23.0
huggingface_hub==0.25.0
"""


def play(stage):
    build(stage, REQUIREMENTS)
