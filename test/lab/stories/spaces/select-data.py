"""gr.SelectData goes into the decorated function: unpickling it in the worker asks for attributes without end."""

from lab.space import Space

ROOMS = ["spaces-0.51.3"]
EXPECT = {"log": ["selectdata-recursion"]}

APP = """
import gradio as gr
import spaces


@spaces.GPU
def generate(event: gr.SelectData):
    return str(event.index)


with gr.Blocks() as demo:
    gallery = gr.Gallery()
    answer = gr.Textbox()
    gallery.select(generate, None, answer, api_name="run")

demo.queue(max_size=20).launch()
"""


def play(stage):
    space = Space(stage, APP)
    space.visitor(user="ada").click(event_data={"index": 0, "value": "a"})
    space.wait_for("RecursionError", within=5)
