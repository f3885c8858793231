"""queue() with the argument of Gradio 3."""

from lab.space import Space

ROOMS = ["gradio-6.31.0", "gradio-5.49.1"]
EXPECT = {"log": ["gradio-removed"]}

APP = """
import gradio as gr

demo = gr.Interface(str.upper, "textbox", "textbox")
demo.queue(concurrency_count=2).launch()
"""


def play(stage):
    Space(stage, APP, SPACES_ZERO_GPU="")
