import gradio as gr
import spaces
import torch


def seconds(prompt, steps, *args, **kwargs):
    return min(300, 5 + steps * 2)


@spaces.GPU(duration=seconds)
def draw(prompt, steps):
    return prompt


def later(function, duration):
    @spaces.GPU(duration=duration)
    def inner(*args):
        return function(*args)

    return inner


gr.Interface(draw, ["text", "number"], "text").queue(max_size=20).launch()
