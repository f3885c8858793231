"""The decorated function returns a tensor that still requires a gradient."""

from lab.apps import DRIVERLESS, working
from lab.space import Space

ROOMS = ["spaces-0.51.3"]
EXPECT = {"log": ["tensor-requires-grad"], "visitor": ["gpu-task-aborted"]}
STAND_INS = [DRIVERLESS]

APP = working("""
return layer(torch.ones(1, 4))
""", head="""
import torch

layer = torch.nn.Linear(4, 4)
""")


def play(stage):
    Space(stage, APP).visit("a cat", user="ada")
