import gradio as gr
import spaces
import torch


@spaces.GPU(duration=20, size="large")
def draw(prompt):
    return prompt


gr.Interface(draw, "text", "text").queue(max_size=20).launch(enable_queue=True)
