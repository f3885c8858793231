"""A decorated generator raises after its first value."""

from lab.apps import DRIVERLESS, working
from lab.space import Space

ROOMS = ["spaces-0.51.3"]
EXPECT = {"visitor": ["worker-error"]}
STAND_INS = [DRIVERLESS]

APP = working("""
yield prompt
raise ValueError("no more words")
""")


def play(stage):
    Space(stage, APP).visit("a cat", user="ada")
