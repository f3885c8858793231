"""CUDA is initialised before `spaces` is imported (here it fails for want of a driver, which the app swallows)."""

from lab.space import Space

ROOMS = ["spaces-0.42.1", "spaces-0.51.3"]
EXPECT = {"log": ["cuda-before-spaces"]}

APP = """
import torch

try:
    torch.zeros(1, device="cuda")
except RuntimeError:
    pass

import gradio as gr
import spaces
"""


def play(stage):
    assert not Space(stage, APP).is_up
