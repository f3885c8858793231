"""A checkpoint that holds more than tensors, loaded with the default of torch 2.6 and newer."""

ROOMS = ["snippets"]
EXPECT = {"log": ["weights-only-load"]}

APP = """
import argparse

import torch

torch.save({"args": argparse.Namespace(steps=4), "weight": torch.ones(2)}, "model.pt")
state = torch.load("model.pt")
"""


def play(stage):
    stage.python(APP)
