import gradio as gr
import spaces
import torch


@spaces.GPU(duration=20)
def draw(prompt):
    return prompt


gr.Interface(fn=draw, inputs="text", outputs="text", live=True).queue(max_size=20).launch()  # here
