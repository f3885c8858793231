"""A script for new clients on a machine with an old one."""

from lab.space import Space

ROOMS = ["gradio-5.49.1", "gradio-4.44.1"]
EXPECT = {"client": ["client-hf-token"]}

APP = """
import gradio as gr


def run(prompt):
    return prompt


demo = gr.Interface(run, "textbox", "textbox", api_name="run")
demo.launch()
"""

CALLER = """
from gradio_client import Client

client = Client("SPACE", token="abc")
"""


def play(stage):
    space = Space(stage, APP, SPACES_ZERO_GPU="")
    space.call(CALLER)
