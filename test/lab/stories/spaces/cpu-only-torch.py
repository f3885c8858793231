"""A CPU build of torch is installed: it knows no CUDA version."""

from lab.space import Space

ROOMS = ["spaces-0.42.1", "spaces-0.51.3"]
EXPECT = {"log": ["cpu-only-torch"]}
STAND_INS = ["the CPU build: torch.version.cuda is set to None"]

APP = """
import torch

torch.version.cuda = None

import gradio as gr
import spaces
"""


def play(stage):
    assert not Space(stage, APP).is_up
