import gradio as gr
import torch
from transformers import AutoModel

model = AutoModel.from_pretrained("openai/clip-vit-base-patch32").to("cuda")  # here

import spaces


@spaces.GPU(duration=20)
def embed(text):
    return model(text)


gr.Interface(embed, "text", "json").queue(max_size=20).launch()
