"""A `torch.device` goes into the decorated function and comes out of it: it crosses both ways."""

from lab.apps import DRIVERLESS, app
from lab.space import Space

ROOMS = ["spaces-0.51.3"]
EXPECT = {}
STAND_INS = [DRIVERLESS]

APP = app("""import driver
import torch


@spaces.GPU
def paint(prompt, device):
    return {"device": device}


def generate(prompt):
    return str(paint(prompt, torch.device("cuda"))["device"])
""")


def play(stage):
    assert Space(stage, APP).visit("a cat", user="ada") == ['-> ["cuda"]']
