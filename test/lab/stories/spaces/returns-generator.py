"""The decorated function returns a generator instead of being one."""

from lab.apps import DRIVERLESS, working
from lab.space import Space

ROOMS = ["spaces-0.51.3"]
EXPECT = {"log": ["pickling-error"], "visitor": ["pickling-error", "worker-error"]}
STAND_INS = [DRIVERLESS]

APP = working("""
return (word for word in prompt.split())
""")


def play(stage):
    Space(stage, APP).visit("a cat", user="ada")
