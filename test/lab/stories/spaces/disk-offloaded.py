"""After `launch()` the main thread goes on and uses a model whose weights were packed to the disk."""

from lab.space import Space

ROOMS = ["spaces-0.42.1", "spaces-0.51.3"]
EXPECT = {"log": ["disk-offloaded-tensor"]}

APP = """
import gradio as gr
import spaces
import torch

model = torch.nn.Linear(4, 4).to("cuda")


@spaces.GPU
def generate(prompt):
    return model(torch.ones(1, 4, device="cuda"))


gr.Interface(generate, "textbox", "textbox").launch(prevent_thread_lock=True)
print(model(torch.ones(1, 4, device="cuda")))
"""


def play(stage):
    Space(stage, APP).wait_for("offloaded", within=10)
