"""A call runs past what it booked: first the package warns, then the platform (here the app itself) ends the worker."""

from lab.apps import DRIVERLESS, working
from lab.space import HOPPER, Space

ROOMS = ["spaces-0.51.3"]
EXPECT = {"log": [], "visitor": ["duration-overrun", "gpu-task-aborted"]}
STAND_INS = [DRIVERLESS, "the platform that ends a worker: here it kills itself"]

APP = working("""
time.sleep(3)
os.kill(os.getpid(), signal.SIGKILL)
""", decorator="@spaces.GPU(duration=1)", head="""
import os
import signal
import time
""")


def play(stage):
    Space(stage, APP, node=HOPPER).visit("a cat", user="ada")
