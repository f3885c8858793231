import os
import subprocess
import sys

import gradio as gr
import spaces

subprocess.run("pip install flash-attn --no-build-isolation", shell=True)  # here
subprocess.check_call([sys.executable, "-m", "pip", "install", "-U", "xformers"])  # here
WHEEL = "./wheels/rasterizer.whl"
os.system(f"pip3 install {WHEEL}")  # here


def install(package):
    subprocess.call(["uv", "pip", "install", package])  # here


install("nvdiffrast")


@spaces.GPU(duration=20)
def draw(prompt):
    return prompt


gr.Interface(draw, "text", "text").queue(max_size=20).launch()
