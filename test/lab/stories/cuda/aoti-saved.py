"""Compiled and saved to a folder, loaded from it in the main process, used in a worker."""

from lab.card import STAND_INS, card_space

ROOMS = ["cuda"]
NEEDS_CARD = True
STAND_INS = STAND_INS
EXPECT = {"log": [], "visitor": []}

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
    spaces.aoti_compile_and_save("package", exported)


build()
spaces.aoti_load_from_package_dir(model, "package")
print("loaded", flush=True)


@spaces.GPU(duration=60)
def generate(prompt):
    return f"{model(torch.ones(8, 64, device='cuda')).float().sum().item():.1f}"


demo = gr.Interface(generate, "textbox", "textbox", api_name="run")
demo.launch()
"""


def play(stage):
    space = card_space(stage, APP, calls=2)
    space.visit("a cat")
