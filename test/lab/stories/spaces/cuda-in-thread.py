"""A model is put on CUDA in a thread of its own at start: the emulation does not reach there."""

from lab.space import Space

ROOMS = ["spaces-0.42.1", "spaces-0.51.3"]
EXPECT = {"log": ["cuda-in-main-process"]}

APP = """
import gradio as gr
import spaces
import torch
from threading import Thread

thread = Thread(target=lambda: torch.nn.Linear(4, 4).to("cuda"))
thread.start()
thread.join()
"""


def play(stage):
    Space(stage, APP)
