from models import weights
import torch

more = torch.ones(4).cuda()

import gradio as gr
import spaces


@spaces.GPU(duration=20)
def answer(text):
    return text, weights, more


gr.Interface(answer, "text", "text").queue(max_size=20).launch()
