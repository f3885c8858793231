import gradio as gr
import spaces
import torch

history = []
last = None
current_style, count = "none", 0


def remember(prompt):
    global last  # here
    last = prompt


@spaces.GPU(duration=20)
def draw(prompt, style):
    global current_style, count  # here
    if current_style != style:
        current_style = style
    count = 5
    remember(prompt)
    return prompt


gr.Interface(draw, ["text", "text"], "text").queue(max_size=20).launch()
