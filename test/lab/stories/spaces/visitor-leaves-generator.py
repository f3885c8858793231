"""The visitor closes the page while a decorated generator runs: the worker stops at its next value, since 0.48.2."""

import time

from lab.apps import DRIVERLESS, working
from lab.space import Space

ROOMS = ["spaces-0.42.1", "spaces-0.48.3", "spaces-0.51.3"]
EXPECT = {}
STAND_INS = [DRIVERLESS]

APP = working("""
for step in range(12):
    time.sleep(0.5)
    print("step", step, flush=True)
    yield str(step)
""", head="import time")


def play(stage):
    space = Space(stage, APP)
    space.visitor(user="ada").click("a cat", leave_after=6)
    time.sleep(10)
    steps = space.log().count("step ")
    assert (steps == 12) == (stage.room.name == "spaces-0.42.1"), steps
    assert space.scheduler.asked[-1][0] == "release", space.scheduler.asked
