import gradio as gr
import spaces
import torch

import kernels

activation = kernels.get_kernel("kernels-community/activation")


@spaces.GPU(duration=20)
def draw(tensor):
    return activation.gelu_fast(tensor)


gr.Interface(draw, "text", "text").queue(max_size=20).launch()
