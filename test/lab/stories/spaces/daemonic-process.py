"""The worker starts a process of its own."""

from lab.apps import DRIVERLESS, working
from lab.space import Space

ROOMS = ["spaces-0.51.3"]
EXPECT = {"log": ["daemonic-children"], "visitor": ["worker-error"]}
STAND_INS = [DRIVERLESS]

APP = working("""
process = multiprocessing.Process(target=print)
process.start()
""", head="""
import multiprocessing
""")


def play(stage):
    Space(stage, APP).visit("a cat", user="ada")
