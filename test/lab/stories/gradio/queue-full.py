"""One may wait, and three come at once."""

from lab.space import Space

ROOMS = ["gradio-6.31.0", "gradio-5.49.1", "gradio-4.44.1"]
EXPECT = {"client": ["queue-full"]}

APP = """
import gradio as gr


import time


def run(prompt):
    time.sleep(6)
    return prompt


demo = gr.Interface(run, "textbox", "textbox", api_name="run")
demo.queue(max_size=1).launch()
"""

CALLER = """
from gradio_client import Client

client = Client("SPACE")
jobs = [client.submit("a cat", api_name="/run") for _ in range(3)]
for job in jobs:
    job.result()
"""


def play(stage):
    space = Space(stage, APP, SPACES_ZERO_GPU="")
    space.call(CALLER)
