"""requirements.txt includes a file that was not pushed."""

from lab.build import build

ROOMS = ["pip-23.2.1", "pip-26.3"]
EXPECT = {"build": ["requirements-invalid"]}

REQUIREMENTS = """
-r requirements-gpu.txt
pillow
"""


def play(stage):
    build(stage, REQUIREMENTS)
