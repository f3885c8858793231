"""A call that computes on the card and hands back text: nothing is wrong."""

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
    with torch.inference_mode():
        result = model(torch.ones(1, 64, device="cuda"))
    print(torch.cuda.get_device_name(), torch.cuda.get_device_capability(), flush=True)
    return f"{result.sum().item():.1f}"


demo = gr.Interface(generate, "textbox", "textbox", api_name="run")
demo.launch()
"""


def play(stage):
    space = card_space(stage, APP, calls=1)
    space.visit("a cat")
