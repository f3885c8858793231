"""The decorated function returns an object that holds a lock."""

from lab.apps import DRIVERLESS, working
from lab.space import Space

ROOMS = ["spaces-0.51.3"]
EXPECT = {"log": ["pickling-error"], "visitor": ["pickling-error", "worker-error"]}
STAND_INS = [DRIVERLESS]

APP = working("""
return {"prompt": prompt, "lock": Lock()}
""", head="""
from threading import Lock
""")


def play(stage):
    Space(stage, APP).visit("a cat", user="ada")
