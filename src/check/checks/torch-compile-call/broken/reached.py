import gradio as gr
import spaces
import torch

from diffusers import DiffusionPipeline

USE_COMPILE = True
pipe = DiffusionPipeline.from_pretrained("stabilityai/sdxl-turbo").to("cuda")
if USE_COMPILE:
    pipe.unet = torch.compile(pipe.unet, mode="reduce-overhead")  # here


@torch.compile  # here
def sharpen(image):
    return image


@spaces.GPU(duration=20)
def draw(prompt):
    return sharpen(pipe(prompt).images[0])


gr.Interface(draw, "text", "image").queue(max_size=20).launch()
