import gradio as gr
import spaces
import torch

options = {"duration": 20}


@spaces.GPU(duration=20)
def draw(prompt):
    return prompt


@spaces.GPU(30)
def film(prompt):
    return prompt


@spaces.GPU(**options)
def song(prompt):
    return prompt


gr.Interface(draw, "text", "text").queue(max_size=20).launch()
