"""Two packages that want different versions of a third, which nobody pinned."""

from lab.build import build

ROOMS = ["pip-23.2.1", "pip-26.3"]
EXPECT = {"build": ["pip-conflict"]}

REQUIREMENTS = """
tokenizers==0.15.2
huggingface_hub==1.33.0
"""


def play(stage):
    build(stage, REQUIREMENTS)
