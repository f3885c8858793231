"""torch.compile with fullgraph=True meets a branch on a value, which it cannot trace."""

ROOMS = ["torch-2.9.1"]
EXPECT = {"log": ["torch-compile"]}

APP = """
import torch


@torch.compile(fullgraph=True)
def clip(x):
    if x.sum() > 0:
        return x
    return -x


clip(torch.ones(4))
"""


def play(stage):
    stage.python(APP)
