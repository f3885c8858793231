import gradio as gr
import spaces
import torch


@spaces.GPU(size="xlarge")  # here
def draw(prompt):
    return prompt


gr.Interface(draw, "text", "text").queue(max_size=20).launch()
