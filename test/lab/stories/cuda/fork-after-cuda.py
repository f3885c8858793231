"""A process that was forked after its parent had used the card."""

from lab.card import STAND_INS

ROOMS = ["cuda"]
NEEDS_CARD = True
STAND_INS = STAND_INS
EXPECT = {"log": ["cuda-reinit-in-fork"]}

APP = """
import multiprocessing

import torch

print(torch.ones(1, device="cuda"), flush=True)


def work():
    print(torch.ones(1, device="cuda"))


process = multiprocessing.get_context("fork").Process(target=work)
process.start()
process.join()
"""


def play(stage):
    stage.python(APP)
