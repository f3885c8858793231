import gradio as gr
import spaces
import torch


class TooLong(ValueError):
    pass


@spaces.GPU(duration=20)
def draw(prompt):
    if not prompt:
        raise ValueError("Please enter a prompt.")  # here
    if len(prompt) > 500:
        raise TooLong  # here
    try:
        return prompt
    except OSError:
        raise RuntimeError("no file")  # here


gr.Interface(draw, "text", "text").queue(max_size=20).launch()
