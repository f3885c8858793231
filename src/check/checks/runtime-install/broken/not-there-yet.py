"""What is asked for first is not there on a Space that starts anew."""
import importlib.util
import os
import subprocess
import sys

import gradio as gr
import spaces

FOLDER = os.path.join(os.path.dirname(__file__), "upscaler")

if not os.path.exists(FOLDER):
    subprocess.check_call(["git", "clone", "https://example.org/upscaler.git", FOLDER])
    subprocess.check_call([sys.executable, "-m", "pip", "install", "-e", FOLDER])  # here

if importlib.util.find_spec("flash_attn") is None:
    subprocess.run("pip install flash-attn --no-build-isolation", shell=True)  # here


@spaces.GPU(duration=20)
def answer(text):
    return text


gr.Interface(answer, "text", "text").queue(max_size=20).launch()
