"""A handler without the decorator makes a CUDA tensor: Gradio's threads know nothing of the emulation."""

from lab.apps import app
from lab.space import Space

ROOMS = ["spaces-0.42.1", "spaces-0.51.3"]
EXPECT = {"log": ["cuda-in-main-process"]}

APP = app("""
import torch

model = torch.nn.Linear(4, 4).to("cuda")


@spaces.GPU
def paint(prompt):
    return model(torch.ones(1, 4, device="cuda"))


def generate(prompt):
    return model(torch.ones(1, 4, device="cuda")).sum().item()
""")


def play(stage):
    Space(stage, APP).visit("a cat", user="ada", record=None)
