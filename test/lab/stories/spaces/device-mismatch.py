"""At module scope an emulated CUDA tensor meets one on the CPU."""

from lab.space import Space

ROOMS = ["spaces-0.42.1", "spaces-0.51.3"]
EXPECT = {"log": ["device-mismatch"]}

APP = """
import gradio as gr
import spaces
import torch

model = torch.nn.Linear(4, 4).to("cuda")
print(torch.cuda.is_available(), torch.cuda.get_device_name(), torch.cuda.get_device_capability(), next(model.parameters()).device)
print(model(torch.ones(1, 4)))
"""


def play(stage):
    assert not Space(stage, APP).is_up
