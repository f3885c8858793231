import gradio as gr
import spaces
import torch

from kernels import get_kernel
from transformers import AutoModelForCausalLM

# attn_implementation="flash_attention_3" was for Hopper
flash = get_kernel("kernels-community/flash-attn2", version=1)
model = AutoModelForCausalLM.from_pretrained("Qwen/Qwen3-1.7B", attn_implementation="sdpa").to("cuda")
try:
    hopper = get_kernel("kernels-community/flash-attn3", version=1)
except Exception:
    hopper = None
if torch.cuda.get_device_capability() == (9, 0):
    model.set_attention_backend("_flash_3")


@spaces.GPU(duration=20)
def chat(prompt):
    return model(prompt)


gr.Interface(chat, "text", "text").queue(max_size=20).launch()
