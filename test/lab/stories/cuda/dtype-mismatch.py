"""An input in another precision than the weights."""

from lab.card import STAND_INS, card_space

ROOMS = ["cuda"]
NEEDS_CARD = True
STAND_INS = STAND_INS
EXPECT = {"log": ["dtype-mismatch"], "visitor": ["worker-error"]}

APP = """
import gradio as gr
import spaces
import torch

model = torch.nn.Linear(64, 64, dtype=torch.bfloat16).to("cuda")


@spaces.GPU(duration=60)
def generate(prompt):
    return str(model(torch.ones(1, 64, device="cuda")).shape)


demo = gr.Interface(generate, "textbox", "textbox", api_name="run")
demo.launch()
"""


def play(stage):
    space = card_space(stage, APP, calls=1)
    space.visit("a cat")
