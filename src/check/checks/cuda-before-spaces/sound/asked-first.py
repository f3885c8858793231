"""Before spaces is imported, torch finds no card and says so: what asks first touches none."""
import torch

DEVICE = "cuda" if torch.cuda.is_available() else "cpu"
noise = torch.randn(4, device=DEVICE)
mask = torch.ones(4).to(DEVICE)

if torch.cuda.is_available():
    torch.cuda.set_device(0)

try:
    torch.cuda.synchronize()
except RuntimeError:
    print("no card")

import gradio as gr
import spaces


@spaces.GPU(duration=20)
def answer(text):
    return text


gr.Interface(answer, "text", "text").queue(max_size=20).launch()
