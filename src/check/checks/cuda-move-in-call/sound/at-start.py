import gradio as gr
import spaces
import torch

from diffusers import DiffusionPipeline

pipe = DiffusionPipeline.from_pretrained("stabilityai/sdxl-turbo")


def prepare():
    pipe.to("cuda")


prepare()


@spaces.GPU(duration=60)
def draw(prompt):
    pipe.to("cuda")
    return pipe(prompt).images[0]


gr.Interface(draw, "text", "image").queue(max_size=20).launch()
