import gradio as gr
import spaces
import torch

from transformers import AutoModelForCausalLM

MODEL = "Qwen/Qwen2.5-32B-Instruct"
model = AutoModelForCausalLM.from_pretrained(MODEL, torch_dtype=torch.bfloat16).to("cuda")  # here


@spaces.GPU(duration=60)
def chat(prompt):
    return model(prompt)


gr.Interface(chat, "text", "text").queue(max_size=20).launch()
