"""The worker uses a pool of processes."""

from lab.apps import DRIVERLESS, working
from lab.space import Space

ROOMS = ["spaces-0.51.3"]
EXPECT = {"log": ["daemonic-children"], "visitor": ["worker-error"]}
STAND_INS = [DRIVERLESS]

APP = working("""
with ProcessPoolExecutor(2) as pool:
    return list(pool.map(str.upper, prompt.split()))[0]
""", head="""
from concurrent.futures import ProcessPoolExecutor
""")


def play(stage):
    Space(stage, APP).visit("a cat", user="ada")
