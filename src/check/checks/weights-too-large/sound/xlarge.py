import gradio as gr
import spaces
import torch

from transformers import AutoModelForCausalLM

model = AutoModelForCausalLM.from_pretrained("Qwen/Qwen2.5-32B-Instruct", torch_dtype=torch.bfloat16).to("cuda")


@spaces.GPU(duration=40, size="xlarge")
def chat(prompt):
    return model(prompt)


gr.Interface(chat, "text", "text").queue(max_size=20).launch()
