"""An old Gradio with the pydantic and Starlette of today."""

from lab.space import Space

ROOMS = ["half-pinned-gradio-4.44.1"]
EXPECT = {"log": ["gradio-schema-crash"]}

APP = """
import gradio as gr

gr.Interface(lambda path: path, gr.Image(type="filepath"), gr.Image()).launch()
"""


def play(stage):
    Space(stage, APP, SPACES_ZERO_GPU="")
