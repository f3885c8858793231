import gradio as gr
import spaces
import torch

from transformers import AutoModel

model = AutoModel.from_pretrained("openai/clip-vit-base-patch32", device_map="cpu")


@spaces.GPU(duration=60)
def embed(text):
    global model
    model = model.to(torch.device("cuda"))  # here
    return model(text)


gr.Interface(embed, "text", "json").queue(max_size=20).launch()
