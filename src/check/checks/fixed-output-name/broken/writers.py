import gradio as gr
import spaces
import torch

import os
from pathlib import Path

import soundfile as sf
from diffusers.utils import export_to_video

OUT = "outputs"
result = os.path.join(OUT, "result.wav")


def store(image):
    image.save("last.png")  # here


@spaces.GPU(duration=20)
def draw(prompt, audio, frames, image, speech):
    sf.write(result, audio, 16000)  # here
    export_to_video(frames, "video.mp4", fps=8)  # here
    image.save(Path(OUT) / "image.png")  # here
    speech.tts_to_file(text=prompt, file_path=f"{OUT}/speech.wav")  # here
    store(image)
    with open("mesh.glb", "wb") as file:  # here
        file.write(b"")
    return result


gr.Interface(draw, ["text"] * 5, "audio").queue(max_size=20).launch()
