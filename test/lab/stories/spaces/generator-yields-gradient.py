"""A decorated generator yields a tensor that requires a gradient: the stream just ends, nobody is told."""

from lab.apps import DRIVERLESS, working
from lab.space import Space

ROOMS = ["spaces-0.51.3"]
EXPECT = {"visitor": []}
STAND_INS = [DRIVERLESS]

APP = working("""
yield "first"
yield layer(torch.ones(1, 4))
yield "last"
""", head="""
import torch

layer = torch.nn.Linear(4, 4)
""")


def play(stage):
    Space(stage, APP).visit("a cat", user="ada")
