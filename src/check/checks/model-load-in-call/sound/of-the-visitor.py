import os

import gradio as gr
import spaces
import torch

from voicekit import Voice

voice = Voice.from_pretrained("someone/voice").to("cuda")


@spaces.GPU(duration=60)
def speak(text, prompt_file):
    prompt = torch.load(prompt_file, weights_only=True)
    return voice.speak(text, prompt)


@spaces.GPU(duration=60)
def speak_as(text, name):
    return voice.speak(text, torch.load(os.path.join("voices", f"{name}.pt")))


def train(path):
    return Voice.from_pretrained(path)


gr.Interface(speak, ["text", "file"], "audio").queue(max_size=20).launch()
