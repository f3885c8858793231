"""The tensor lies inside of a dictionary, which goes back as the state."""

from lab.card import STAND_INS, card_space

ROOMS = ["cuda"]
NEEDS_CARD = True
STAND_INS = STAND_INS
EXPECT = {"log": ["cuda-tensor-returned"], "visitor": []}

APP = """
import gradio as gr
import spaces
import torch

model = torch.nn.Linear(64, 64).to("cuda")


def show(prompt):
    return str(sorted(embed(prompt)))


@spaces.GPU(duration=60)
def embed(prompt):
    return {"masks": [torch.ones(1, 64, device="cuda")]}


demo = gr.Interface(show, "textbox", "textbox", api_name="run")
demo.launch()
"""


def play(stage):
    space = card_space(stage, APP, calls=1)
    space.visit("a cat")
