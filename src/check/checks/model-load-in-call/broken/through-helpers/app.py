import gradio as gr
import spaces
import torch

from engine import models

upscaler = None


def ensure_upscaler():
    global upscaler
    if upscaler is None:
        upscaler = torch.load("upscaler.pth")  # here
    return upscaler


@spaces.GPU(duration=60)
def respond(prompt):
    image = models.pipeline_for(prompt)
    return ensure_upscaler()(image)


gr.Interface(respond, "text", "image").queue(max_size=20).launch()
