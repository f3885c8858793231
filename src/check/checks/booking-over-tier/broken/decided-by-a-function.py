import gradio as gr
import spaces
import torch


def seconds(prompt, steps, *args, **kwargs):
    if steps > 20:
        return 300
    return 120


@spaces.GPU(duration=seconds)  # here
def draw(prompt, steps):
    return prompt


gr.Interface(draw, ["text", "number"], "text").queue(max_size=20).launch()
