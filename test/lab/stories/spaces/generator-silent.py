"""A decorated generator yields nothing for longer than the package waits (twenty minutes, two seconds here)."""

from lab.apps import DRIVERLESS, working
from lab.space import Space

ROOMS = ["spaces-0.28.3", "spaces-0.51.3"]
EXPECT = {"log": ["generator-timeout"]}
STAND_INS = [DRIVERLESS, "the longest wait between two values: 2 s instead of 20 min"]

APP = working("""
yield prompt
time.sleep(6)
yield prompt.upper()
""", head="""
import time

import spaces.zero.wrappers

spaces.zero.wrappers.GENERATOR_GLOBAL_TIMEOUT = 2
""")


def play(stage):
    space = Space(stage, APP)
    space.visit("a cat", user="ada", record=None)
