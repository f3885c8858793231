import gradio as gr
import spaces
import torch

from kernels import get_kernel

activation = get_kernel("kernels-community/activation", version=1)
other = get_kernel("kernels-community/rotary", revision="v0.1.0")


@spaces.GPU(duration=20)
def draw(tensor):
    return activation.gelu_fast(other(tensor))


gr.Interface(draw, "text", "text").queue(max_size=20).launch()
