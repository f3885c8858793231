"""What is made in the call has to be moved in it; the reading of its settings at start makes no model of it."""
import gradio as gr
import spaces
from mmengine import Config
from mmengine.registry import MODELS


def settings(path):
    return Config.fromfile(path)


SIZE = settings("configs/base.py").size


def build(part):
    if isinstance(part, dict):
        return MODELS.build(part)
    return part


@spaces.GPU(duration=60)
def draw(prompt):
    encoder = build(settings("configs/encoder.py").encoder)
    encoder.model.cuda()
    return encoder(prompt, SIZE)


gr.Interface(draw, "text", "image").queue(max_size=20).launch()
