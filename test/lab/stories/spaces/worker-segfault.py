"""Native code crashes in the worker."""

from lab.apps import DRIVERLESS, working
from lab.space import Space

ROOMS = ["spaces-0.51.3"]
EXPECT = {"log": ["segmentation-fault"], "visitor": ["gpu-task-aborted"]}
STAND_INS = [DRIVERLESS]

APP = working("""
ctypes.string_at(0)
""", head="""
import ctypes
import faulthandler

faulthandler.enable()
""")


def play(stage):
    Space(stage, APP).visit("a cat", user="ada")
