import gradio as gr
import spaces
import torch


@spaces.GPU(duration=80)
def draw(prompt):
    return prompt


@spaces.GPU(duration=60, size="xlarge")
def film(prompt):
    return prompt


@spaces.GPU
def song(prompt):
    return prompt


gr.TabbedInterface([gr.Interface(each, "text", "text") for each in (draw, film, song)]).queue(max_size=20).launch()
