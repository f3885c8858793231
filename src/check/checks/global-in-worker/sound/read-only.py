import gradio as gr
import spaces
import torch

style = "none"
calls = 0


@spaces.GPU(duration=20)
def draw(prompt):
    global style
    return style + prompt


def handle(prompt):
    global calls
    calls = len(prompt)
    return draw(prompt)


gr.Interface(handle, "text", "text").queue(max_size=20).launch()
