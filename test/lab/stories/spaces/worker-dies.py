"""The worker is killed in the middle, as the platform does, or a crash of native code."""

from lab.apps import DRIVERLESS, working
from lab.space import Space

ROOMS = ["spaces-0.28.3", "spaces-0.42.1", "spaces-0.51.3"]
EXPECT = {
    "spaces-0.28.3": {"log": ["gpu-task-aborted"], "visitor": ["gpu-task-aborted"]},
    "else": {"log": [], "visitor": ["gpu-task-aborted"]},
}
STAND_INS = [DRIVERLESS]

APP = working("""
os.kill(os.getpid(), signal.SIGKILL)
""", head="""
import os
import signal
""")


def play(stage):
    Space(stage, APP).visit("a cat", user="ada")
