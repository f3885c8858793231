"""What is on the GPU since it was made stays where it is; a few tensors cost nothing."""
import gradio as gr
import spaces
import torch
from transformers import AutoModel, pipeline

model = AutoModel.from_pretrained("example/model", device_map="auto")
classify = pipeline("text-classification", device=0)
style = torch.load("style_embeds.pt")


@spaces.GPU(duration=20)
def answer(text):
    model.to("cuda")
    classify.model.to("cuda")
    return classify(model(text, style.to("cuda")))


gr.Interface(answer, "text", "json").queue(max_size=20).launch()
