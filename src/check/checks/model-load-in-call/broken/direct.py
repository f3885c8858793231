import gradio as gr
import spaces
import torch

from transformers import AutoModelForCausalLM, AutoTokenizer

tokenizer = AutoTokenizer.from_pretrained("Qwen/Qwen3-1.7B")


@spaces.GPU(duration=60)
def chat(prompt):
    model = AutoModelForCausalLM.from_pretrained("Qwen/Qwen3-1.7B").to("cuda")  # here
    inputs = tokenizer(prompt, return_tensors="pt").to("cuda")
    return tokenizer.decode(model.generate(**inputs)[0])


gr.Interface(chat, "text", "text").queue(max_size=20).launch()
