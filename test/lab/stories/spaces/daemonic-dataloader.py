"""The worker reads with a DataLoader that has workers of its own."""

from lab.apps import DRIVERLESS, working
from lab.space import Space

ROOMS = ["spaces-0.51.3"]
EXPECT = {"log": ["daemonic-children"], "visitor": ["worker-error"]}
STAND_INS = [DRIVERLESS]

APP = working("""
batches = DataLoader(list(range(8)), num_workers=2)
return str(next(iter(batches)))
""", head="""
from torch.utils.data import DataLoader
""")


def play(stage):
    Space(stage, APP).visit("a cat", user="ada")
