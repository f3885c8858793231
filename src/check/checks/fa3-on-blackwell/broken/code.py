import gradio as gr
import spaces
import torch

from kernels import get_kernel
from transformers import AutoModelForCausalLM

ATTENTION = "flash_attention_3"
flash = get_kernel("kernels-community/vllm-flash-attn3", version=1)  # here
model = AutoModelForCausalLM.from_pretrained("Qwen/Qwen3-1.7B", attn_implementation=ATTENTION).to("cuda")  # here


@spaces.GPU(duration=20)
def chat(prompt):
    model.transformer.set_attention_backend("_flash_3_hub")  # here
    return model(prompt)


gr.Interface(chat, "text", "text").queue(max_size=20).launch()
