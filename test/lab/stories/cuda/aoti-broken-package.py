"""A package that is none: loading it at module scope passes, the first call fails."""

from lab.card import STAND_INS, card_space

ROOMS = ["cuda"]
NEEDS_CARD = True
STAND_INS = STAND_INS
EXPECT = {"log": ["aoti-error"], "visitor": ["worker-error"]}

APP = """
import gradio as gr
import spaces
import torch
from pathlib import Path

model = torch.nn.Linear(64, 64).to("cuda")
Path("package/root").mkdir(parents=True)
Path("package/root/package.pt2").write_bytes(b"no package")
try:
    spaces.aoti_load_from_package_dir(model, "package")
    print("loaded without a word", flush=True)
except Exception as error:
    print("fell back:", error, flush=True)


@spaces.GPU(duration=60)
def generate(prompt):
    return f"{model(torch.ones(8, 64, device='cuda')).sum().item():.1f}"


demo = gr.Interface(generate, "textbox", "textbox", api_name="run")
demo.launch()
"""


def play(stage):
    space = card_space(stage, APP, calls=1)
    space.visit("a cat")
