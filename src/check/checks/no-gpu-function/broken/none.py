import gradio as gr
import torch

print(torch.cuda.is_available())


def answer(text):
    return text


gr.Interface(answer, "text", "text").queue(max_size=20).launch()  # here
