import gradio as gr
import spaces
import torch


@spaces.GPU(duration=120)  # here
def draw(prompt):
    return prompt


@spaces.GPU(duration=61, size="xlarge")  # here
def film(prompt):
    return prompt


gr.TabbedInterface([gr.Interface(draw, "text", "text"), gr.Interface(film, "text", "text")]).queue(max_size=20).launch()
