"""Tensors of the module are small, however they were made."""
import gradio as gr
import numpy as np
import spaces
import torch

MEAN = torch.Tensor([0.5])
STD = torch.FloatTensor([0.5])
MASK = torch.from_numpy(np.zeros(3))


@spaces.GPU(duration=20)
def answer(picture):
    return (torch.tensor(picture).cuda() - MEAN.to("cuda")) / STD.cuda() * MASK.to("cuda")


gr.Interface(answer, "image", "image").queue(max_size=20).launch()
