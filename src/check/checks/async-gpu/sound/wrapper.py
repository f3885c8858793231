import gradio as gr
import spaces
import torch


@spaces.GPU(duration=20)
def draw(prompt):
    return prompt


async def handle(prompt):
    return draw(prompt)


gr.Interface(handle, "text", "text").queue(max_size=20).launch()
