import gradio as gr
import spaces
import torch

from diffusers import DiffusionPipeline

pipe = DiffusionPipeline.from_pretrained("stabilityai/sdxl-turbo")
if torch.cuda.is_available():
    pipe.enable_model_cpu_offload()  # here


@spaces.GPU(duration=20)
def draw(prompt):
    pipe.enable_sequential_cpu_offload()  # here
    return pipe(prompt)


gr.Interface(draw, "text", "image").queue(max_size=20).launch()
