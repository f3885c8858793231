"""The decorated function raises gr.Error, the one kind of exception that keeps its text."""

from lab.apps import DRIVERLESS, working
from lab.space import Space

ROOMS = ["spaces-0.51.3"]
EXPECT = {"visitor": []}
STAND_INS = [DRIVERLESS]

APP = working("""
raise gr.Error("The prompt is too long: 77 words at most.")
""")


def play(stage):
    Space(stage, APP).visit("a cat", user="ada")
