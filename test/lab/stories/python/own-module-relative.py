"""A file that is started as a script imports its neighbour with a dot."""

ROOMS = ["pip-26.3"]
EXPECT = {"log": ["own-module-missing"]}

APP = """
from .pipeline import run

run("a cat")
"""


def play(stage):
    stage.write("pipeline.py", "def run(prompt): ...\n")
    stage.python(APP)
