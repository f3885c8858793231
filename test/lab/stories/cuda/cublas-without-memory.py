"""The first matrix product when nothing is left on the card."""

from lab.card import STAND_INS

ROOMS = ["cuda"]
NEEDS_CARD = True
STAND_INS = STAND_INS
EXPECT = {"log": ["cublas-failed"]}

APP = """
import torch

free, total = torch.cuda.mem_get_info()
left = torch.ones(64, 64, device="cuda")
taken = []
for size in (1 << 30, 1 << 24, 1 << 21):
    try:
        while True:
            taken.append(torch.empty(size, dtype=torch.uint8, device="cuda"))
    except torch.OutOfMemoryError:
        pass
print(left @ left)
"""


def play(stage):
    stage.python(APP)
