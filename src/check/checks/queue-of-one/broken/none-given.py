import gradio as gr
import spaces
import torch


@spaces.GPU(duration=20)
def draw(prompt):
    return prompt


demo = gr.Interface(draw, "text", "text")
demo.queue(max_size=None)  # here
demo.launch()
