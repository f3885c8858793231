import gradio as gr
import spaces
import torch

LENGTH = 30


@spaces.GPU(duration=20)
def draw(prompt):
    return prompt


demo = gr.Interface(draw, "text", "text")
demo.queue(max_size=LENGTH)
demo.launch()
