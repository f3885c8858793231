"""The same error where launch(show_error=True) shows it."""

from lab.space import Space

ROOMS = ["gradio-6.31.0", "gradio-5.49.1", "gradio-4.44.1"]
EXPECT = {"log": [], "visitor": [], "client": []}

APP = """
import gradio as gr

prices = {}

def run(prompt):
    return prices[prompt]


demo = gr.Interface(run, "textbox", "textbox", api_name="run")
demo.launch(show_error=True)
"""

CALLER = """
from gradio_client import Client

client = Client("SPACE")
print(client.predict("a cat", api_name="/run"))
"""


def play(stage):
    space = Space(stage, APP, SPACES_ZERO_GPU="")
    space.visit("a cat")
    space.call(CALLER)
