"""A call that runs longer than the default time-out of httpx: it does not break off."""

from lab.space import Space

ROOMS = ["gradio-6.31.0", "gradio-5.49.1", "gradio-4.44.1"]
EXPECT = {"client": []}

APP = """
import gradio as gr


import time


def run(prompt):
    time.sleep(8)
    return prompt


demo = gr.Interface(run, "textbox", "textbox", api_name="run")
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
