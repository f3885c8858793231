import gradio as gr
import spaces
import torch

import os
import tempfile
import uuid
from io import BytesIO

import soundfile as sf
from diffusers.utils import export_to_video


@spaces.GPU(duration=20)
def draw(prompt, audio, frames, image):
    folder = tempfile.mkdtemp()
    path = os.path.join(folder, "result.wav")
    sf.write(path, audio, 16000)
    export_to_video(frames, f"{uuid.uuid4()}.mp4")
    image.save(BytesIO(), format="PNG")
    with tempfile.NamedTemporaryFile(suffix=".png", delete=False) as file:
        image.save(file.name)
        file.write("a.png")
    template = open("template.png", "rb")
    return path, export_to_video(frames), template


def handle(image):
    image.save("input.png")


gr.Interface(draw, ["text"] * 4, "audio").queue(max_size=20).launch()
