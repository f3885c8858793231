import gradio as gr
import spaces
import torch

import argparse
import os

from diffusers import DiffusionPipeline

IS_ZERO = bool(os.getenv("SPACES_ZERO_GPU"))
OFFLOAD = os.getenv("OFFLOAD", "0") == "1"
parser = argparse.ArgumentParser()
parser.add_argument("--offload", action="store_true")
arguments = parser.parse_args()
pipe = DiffusionPipeline.from_pretrained("stabilityai/sdxl-turbo")
if not IS_ZERO:
    pipe.enable_model_cpu_offload()
elif OFFLOAD:
    pipe.enable_model_cpu_offload()
elif arguments.offload:
    pipe.enable_model_cpu_offload()
else:
    pipe.to("cuda")
pipe.enable_vae_slicing()


@spaces.GPU(duration=20)
def draw(prompt):
    return pipe(prompt)


gr.Interface(draw, "text", "image").queue(max_size=20).launch()
