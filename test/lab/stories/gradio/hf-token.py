"""A script that still says hf_token."""

from lab.space import Space

ROOMS = ["gradio-6.31.0"]
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

client = Client("SPACE", hf_token="abc")
"""


def play(stage):
    space = Space(stage, APP, SPACES_ZERO_GPU="")
    space.call(CALLER)
