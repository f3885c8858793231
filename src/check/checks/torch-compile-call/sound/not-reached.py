import gradio as gr
import spaces
import torch

import os
import re

from diffusers import DiffusionPipeline

USE_COMPILE = os.getenv("USE_TORCH_COMPILE", "0") == "1"
pattern = re.compile("a")
pipe = DiffusionPipeline.from_pretrained("stabilityai/sdxl-turbo").to("cuda")
if USE_COMPILE:
    pipe.unet = torch.compile(pipe.unet)
try:
    pipe.vae = torch.compile(pipe.vae)
except Exception:
    pass


def tune(model, compiled=False):
    if compiled:
        return torch.compile(model)
    return model


tune(pipe)


@spaces.GPU(duration=20)
def draw(prompt):
    return pipe(prompt).images[0]


gr.Interface(draw, "text", "image").queue(max_size=20).launch()
