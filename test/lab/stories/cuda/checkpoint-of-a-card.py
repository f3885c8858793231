"""A checkpoint that was saved on a card is loaded where there is none."""

from lab.card import STAND_INS

ROOMS = ["cuda"]
NEEDS_CARD = True
STAND_INS = STAND_INS
EXPECT = {"log": ["map-location"]}

APP = """
import subprocess
import sys

code = "import torch; torch.save({'weight': torch.ones(2, device='cuda')}, 'model.pt')"
subprocess.run([sys.executable, "-c", code], check=True)
import os

os.environ["CUDA_VISIBLE_DEVICES"] = ""
import torch

state = torch.load("model.pt")
"""


def play(stage):
    stage.python(APP)
