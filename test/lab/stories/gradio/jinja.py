"""An old Gradio with the Starlette of today, where the page itself fails."""

from lab.space import Space

ROOMS = ["half-pinned-gradio-4.44.1"]
EXPECT = {"log": ["jinja-unhashable"]}

APP = """
import gradio as gr

gr.Interface(str.upper, "textbox", "textbox").launch()
"""


def play(stage):
    Space(stage, APP, SPACES_ZERO_GPU="")
