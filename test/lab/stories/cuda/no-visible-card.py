"""A process to which no card is shown."""

from lab.card import STAND_INS

ROOMS = ["cuda"]
NEEDS_CARD = True
STAND_INS = STAND_INS
EXPECT = {"log": ["no-cuda-gpus"]}

APP = """
import torch

print(torch.ones(1, device="cuda"))
"""


def play(stage):
    stage.python(APP, CUDA_VISIBLE_DEVICES="")
