import gradio as gr
import spaces
import torch


@spaces.GPU  # here
def draw(prompt):
    return prompt


@spaces.GPU()
def film(prompt):
    return prompt


gr.Interface(draw, "text", "text").queue(max_size=20).launch()
