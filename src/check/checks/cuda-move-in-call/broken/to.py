import gradio as gr
import spaces
import torch

from diffusers import DiffusionPipeline

device = "cuda" if torch.cuda.is_available() else "cpu"
pipe = DiffusionPipeline.from_pretrained("stabilityai/sdxl-turbo")
models = {"turbo": DiffusionPipeline.from_pretrained("stabilityai/sdxl-turbo")}


@spaces.GPU(duration=60)
def draw(prompt, name):
    pipe.to(device)  # here
    chosen = models[name]
    chosen.unet.cuda()  # here
    return chosen(prompt)


gr.Interface(draw, ["text", "text"], "image").queue(max_size=20).launch()
