"""Ready compiled blocks are loaded into a module that does not say which of its blocks repeat."""

from lab.space import Space

ROOMS = ["spaces-0.51.3"]
EXPECT = {"log": ["aoti-error"]}

APP = """
import gradio as gr
import spaces
import torch

model = torch.nn.Linear(4, 4).to("cuda")
spaces.aoti_blocks_load(model, "zerogpu-aoti/FLUX.1")
"""


def play(stage):
    assert not Space(stage, APP).is_up
