"""torch.compile inside of a call: it works, and is thrown away with the worker."""

from lab.card import STAND_INS, card_space

ROOMS = ["cuda"]
NEEDS_CARD = True
STAND_INS = STAND_INS
EXPECT = {"log": [], "visitor": []}

APP = """
import gradio as gr
import spaces
import torch

model = torch.nn.Linear(64, 64).to("cuda")


@spaces.GPU(duration=60)
def generate(prompt):
    compiled = torch.compile(model)
    with torch.inference_mode():
        return f"{compiled(torch.ones(8, 64, device='cuda')).sum().item():.1f}"


demo = gr.Interface(generate, "textbox", "textbox", api_name="run")
demo.launch()
"""


def play(stage):
    space = card_space(stage, APP, calls=1)
    space.visit("a cat")
