"""torch.compile where no C++ compiler is installed."""

ROOMS = ["torch-2.9.1"]
EXPECT = {"log": ["torch-compile"]}
STAND_INS = ["the missing compiler: CXX names a program that does not exist"]

APP = """
import torch


@torch.compile
def double(x):
    return x * 2 + 1


double(torch.ones(4))
"""


def play(stage):
    stage.python(APP, CXX="no-such-compiler")
