"""gr.Textbox.update, which Gradio 4 took away."""

from lab.space import Space

ROOMS = ["gradio-6.31.0"]
EXPECT = {"log": ["gradio-removed"]}

APP = """
import gradio as gr

with gr.Blocks() as demo:
    box = gr.Textbox()
    box.change(lambda text: text, box, gr.Textbox.update(visible=True))
demo.launch()
"""


def play(stage):
    Space(stage, APP, SPACES_ZERO_GPU="")
