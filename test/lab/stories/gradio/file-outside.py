"""A file from a folder that Gradio may not hand out."""

from lab.space import Space

ROOMS = ["gradio-6.31.0", "gradio-5.49.1"]
EXPECT = {"log": ["invalid-path"], "client": ["error-hidden"]}

APP = """
import gradio as gr


def run(prompt):
    return "/etc/os-release"


demo = gr.Interface(run, "textbox", "file", api_name="run")
demo.launch()
"""

CALLER = """
from gradio_client import Client

client = Client("SPACE")
print(client.predict("a cat", api_name="/run"))
"""


def play(stage):
    space = Space(stage, APP, SPACES_ZERO_GPU="")
    space.call(CALLER)
