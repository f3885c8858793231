"""The same token, with CUDA_LAUNCH_BLOCKING: the traceback shows the right line."""

from lab.card import STAND_INS

ROOMS = ["cuda"]
NEEDS_CARD = True
STAND_INS = STAND_INS
EXPECT = {"log": ["device-side-assert"]}

APP = """
import torch

embedding = torch.nn.Embedding(10, 4).to("cuda")


def look_up(tokens):
    return embedding(tokens)


rows = look_up(torch.tensor([3, 12], device="cuda"))
print(rows.sum())
"""


def play(stage):
    stage.python(APP, CUDA_LAUNCH_BLOCKING="1")
