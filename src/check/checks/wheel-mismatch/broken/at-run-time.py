import subprocess

import gradio as gr
import spaces

subprocess.run("pip install https://example.org/wheels/pytorch3d-0.7.9+torch2.4.cu121-cp310-cp310-linux_x86_64.whl", shell=True)  # here


@spaces.GPU(duration=30)
def render(mesh):
    return mesh


gr.Interface(render, "file", "file").queue(max_size=20).launch()
