"""A caller who leaves a parameter out."""

from lab.space import Space

ROOMS = ["gradio-6.31.0", "gradio-5.49.1", "gradio-4.44.1"]
EXPECT = {"client": ["endpoint-not-found"]}

APP = """
import gradio as gr


def run(prompt):
    return prompt


demo = gr.Interface(run, "textbox", "textbox", api_name="run")
demo.launch()
"""

CALLER = """
from gradio_client import Client

client = Client("SPACE")
print(client.predict(api_name="/run"))
"""


def play(stage):
    space = Space(stage, APP, SPACES_ZERO_GPU="")
    space.call(CALLER)
