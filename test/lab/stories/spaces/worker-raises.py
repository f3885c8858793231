"""The decorated function raises: the visitor sees the name of the class, the log the traceback."""

from lab.apps import DRIVERLESS, working
from lab.space import Space

ROOMS = ["spaces-0.28.3", "spaces-0.42.1", "spaces-0.51.3"]
EXPECT = {
    "spaces-0.28.3": {"log": []},
    "else": {"log": [], "visitor": ["worker-error"]},
}
STAND_INS = [DRIVERLESS]

APP = working("""
raise ValueError("prompt is longer than 77 tokens")
""")


def play(stage):
    Space(stage, APP).visit("a cat", user="ada")
