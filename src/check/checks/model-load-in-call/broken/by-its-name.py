import gradio as gr
import spaces
import torch

from videokit import Engine, load_upscaler_model


def load_model(name):
    return Engine(name)


@spaces.GPU(duration=60)
def film(prompt):
    engine = load_model("big")  # here
    upscaler = load_upscaler_model("4x")  # here
    return upscaler(engine.render(prompt))


gr.Interface(film, "text", "video").queue(max_size=20).launch()
