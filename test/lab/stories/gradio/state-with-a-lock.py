"""A state whose value cannot be copied."""

from lab.space import Space

ROOMS = ["gradio-6.31.0", "gradio-5.49.1", "gradio-4.44.1"]
EXPECT = {"log": ["pickling-error"]}

APP = """
import threading

import gradio as gr

with gr.Blocks() as demo:
    gr.State({"lock": threading.Lock()})
demo.launch()
"""


def play(stage):
    Space(stage, APP, SPACES_ZERO_GPU="")
