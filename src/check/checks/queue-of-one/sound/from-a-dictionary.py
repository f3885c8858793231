import gradio as gr
import spaces
import torch


@spaces.GPU(duration=20)
def draw(prompt):
    return prompt


settings = dict(max_size=20)
gr.Interface(draw, "text", "text").queue(**settings).launch()
