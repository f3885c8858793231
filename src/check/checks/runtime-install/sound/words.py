import os
import subprocess

import gradio as gr
import spaces

ON_WINDOWS = os.name == "nt"
HINT = "pip install flash-attn"

if ON_WINDOWS:
    os.system("pip install triton-windows")

os.system("pip freeze")
os.system("wget https://example.org/pip/install.txt")
subprocess.run(["ffmpeg", "-version"])


@spaces.GPU(duration=20)
def draw(prompt):
    """Needs more: pip install xformers"""
    print("run pip install xformers", HINT)
    return prompt


gr.Interface(draw, "text", "text").queue(max_size=20).launch()
