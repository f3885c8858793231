"""A call that asks for more memory than the card has."""

from lab.card import STAND_INS, card_space

ROOMS = ["cuda"]
NEEDS_CARD = True
STAND_INS = STAND_INS
EXPECT = {"log": ["cuda-out-of-memory"], "visitor": ["cuda-out-of-memory", "worker-error"]}

APP = """
import gradio as gr
import spaces
import torch

model = torch.nn.Linear(64, 64).to("cuda")


@spaces.GPU(duration=60)
def generate(prompt):
    huge = torch.empty(200, 1024, 1024, 1024, dtype=torch.uint8, device="cuda")
    return str(huge.shape)


demo = gr.Interface(generate, "textbox", "textbox", api_name="run")
demo.launch()
"""


def play(stage):
    space = card_space(stage, APP, calls=1)
    space.visit("a cat")
