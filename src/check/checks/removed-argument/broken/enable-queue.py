import gradio as gr
import spaces
import torch


@spaces.GPU(duration=60, enable_queue=True)  # here
def draw(prompt):
    return prompt


gr.Interface(draw, "text", "text").queue(max_size=20).launch()
