"""An old Gradio with the huggingface_hub of today."""

from lab.space import Space

ROOMS = ["open-gradio-4.44.1"]
EXPECT = {"log": ["hffolder-import"]}

APP = """
import gradio as gr

gr.Interface(str.upper, "textbox", "textbox").launch()
"""


def play(stage):
    Space(stage, APP, SPACES_ZERO_GPU="")
