"""A kernel that writes where it may not."""

from lab.card import STAND_INS, card_space

ROOMS = ["cuda"]
NEEDS_CARD = True
STAND_INS = STAND_INS
EXPECT = {"log": ["illegal-memory-access"], "visitor": ["worker-error"]}

APP = """
import gradio as gr
import spaces
import torch
import triton
import triton.language as tl


@triton.jit
def broken(pointer):
    tl.store(pointer + 1_000_000_000_000 + tl.arange(0, 32), 1.0)


@spaces.GPU(duration=60)
def generate(prompt):
    broken[(1,)](torch.zeros(32, device="cuda"))
    torch.cuda.synchronize()
    return "done"


demo = gr.Interface(generate, "textbox", "textbox", api_name="run")
demo.launch()
"""


def play(stage):
    space = card_space(stage, APP, calls=1)
    space.visit("a cat")
