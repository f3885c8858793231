"""A compiled module that is called with another shape than it was compiled for."""

from lab.card import STAND_INS, card_space

ROOMS = ["cuda"]
NEEDS_CARD = True
STAND_INS = STAND_INS
EXPECT = {"log": ["aoti-error"], "visitor": ["worker-error"]}

APP = """
import gradio as gr
import spaces
import torch

model = torch.nn.Sequential(torch.nn.Linear(64, 64), torch.nn.GELU(), torch.nn.Linear(64, 64)).to("cuda")


@spaces.GPU(duration=1500)
def build():
    with spaces.aoti_capture(model) as call:
        model(torch.ones(8, 64, device="cuda"))
    exported = torch.export.export(model, call.args, call.kwargs)
    return spaces.aoti_compile(exported)


spaces.aoti_apply(build(), model)
print("compiled", flush=True)


@spaces.GPU(duration=60)
def generate(prompt):
    return f"{model(torch.ones(3, 64, device='cuda')).float().sum().item():.1f}"


demo = gr.Interface(generate, "textbox", "textbox", api_name="run")
demo.launch()
"""


def play(stage):
    space = card_space(stage, APP, calls=2)
    space.visit("a cat")
