"""Gradio 3 with the packages of today."""

from lab.space import Space

ROOMS = ["open-gradio-3.50.2"]
EXPECT = {"log": ["jinja-unhashable"]}

APP = """
import gradio as gr

gr.Interface(str.upper, "textbox", "textbox").launch()
"""


def play(stage):
    Space(stage, APP, SPACES_ZERO_GPU="")
