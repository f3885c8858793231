"""The decorated function raises gr.Error, the one kind of exception that keeps its text, since 0.47.0."""

from lab.apps import DRIVERLESS, working
from lab.space import Space

ROOMS = ["spaces-0.42.1", "spaces-0.51.3"]
EXPECT = {"spaces-0.42.1": {"visitor": ["worker-error"]}, "else": {"visitor": []}}
STAND_INS = [DRIVERLESS]

APP = working("""
raise gr.Error("The prompt is too long: 77 words at most.")
""")


def play(stage):
    Space(stage, APP).visit("a cat", user="ada")
