import gradio as gr
import spaces
import torch

from diffusers import DiffusionPipeline

pipe = None


def get_pipe():
    global pipe
    if pipe is None:
        pipe = DiffusionPipeline.from_pretrained("stabilityai/sdxl-turbo").to("cuda")
    return pipe


get_pipe()


@spaces.GPU(duration=60)
def draw(prompt):
    return get_pipe()(prompt).images[0]


gr.Interface(draw, "text", "image").queue(max_size=20).launch()
