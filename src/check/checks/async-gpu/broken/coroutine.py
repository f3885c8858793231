import gradio as gr
import spaces
import torch


@spaces.GPU(duration=20)
async def draw(prompt):  # here
    return prompt


gr.Interface(draw, "text", "text").queue(max_size=20).launch()
