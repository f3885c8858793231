"""A token that the embedding does not have."""

from lab.card import STAND_INS, card_space

ROOMS = ["cuda"]
NEEDS_CARD = True
STAND_INS = STAND_INS
EXPECT = {"log": ["device-side-assert"], "visitor": ["worker-error"]}

APP = """
import gradio as gr
import spaces
import torch

embedding = torch.nn.Embedding(10, 4).to("cuda")


@spaces.GPU(duration=60)
def generate(prompt):
    rows = embedding(torch.tensor([3, 12], device="cuda"))
    return f"{rows.sum().item():.1f}"


demo = gr.Interface(generate, "textbox", "textbox", api_name="run")
demo.launch()
"""


def play(stage):
    space = card_space(stage, APP, calls=1)
    space.visit("a cat")
