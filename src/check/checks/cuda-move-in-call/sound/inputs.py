import gradio as gr
import spaces
import torch

from transformers import AutoModel, AutoProcessor

processor = AutoProcessor.from_pretrained("openai/clip-vit-base-patch32")
model = AutoModel.from_pretrained("openai/clip-vit-base-patch32").to("cuda")
steps = torch.arange(10)


@spaces.GPU(duration=60)
def embed(image, tensor):
    inputs = processor(image, return_tensors="pt").to("cuda")
    tensor = tensor.to("cuda")
    model.to("cuda")
    return model(**inputs, steps=steps.to("cuda")).to("cpu"), tensor


gr.Interface(embed, ["image", "text"], "json").queue(max_size=20).launch()
