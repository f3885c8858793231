"""A chat for Gradio 5, where messages were told from tuples."""

from lab.space import Space

ROOMS = ["gradio-6.31.0"]
EXPECT = {"log": ["gradio-removed"]}

APP = """
import gradio as gr

with gr.Blocks() as demo:
    gr.Chatbot(type="messages")
demo.launch()
"""


def play(stage):
    Space(stage, APP, SPACES_ZERO_GPU="")
