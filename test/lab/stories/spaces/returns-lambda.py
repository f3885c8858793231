"""The decorated function returns a lambda."""

from lab.apps import DRIVERLESS, working
from lab.space import Space

ROOMS = ["spaces-0.42.1", "spaces-0.51.3"]
EXPECT = {"log": ["pickling-error"], "visitor": ["pickling-error", "worker-error"]}
STAND_INS = [DRIVERLESS]

APP = working("""
return lambda: prompt
""")


def play(stage):
    Space(stage, APP).visit("a cat", user="ada")
