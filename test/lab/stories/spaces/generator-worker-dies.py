"""The worker of a decorated generator dies between two values."""

from lab.apps import DRIVERLESS, working
from lab.space import Space

ROOMS = ["spaces-0.51.3"]
EXPECT = {"log": [], "visitor": ["gpu-task-aborted"]}
STAND_INS = [DRIVERLESS]

APP = working("""
yield prompt
os.kill(os.getpid(), signal.SIGKILL)
yield prompt
""", head="""
import os
import signal
""")


def play(stage):
    Space(stage, APP).visit("a cat", user="ada")
