import gradio as gr
import spaces
import torch

from transformers import AutoModelForCausalLM, AutoProcessor, BitsAndBytesConfig

ID = "Qwen/Qwen2.5-VL-7B-Instruct"
four_bit = BitsAndBytesConfig(load_in_4bit=True)
processor = AutoProcessor.from_pretrained("Qwen/Qwen2.5-VL-72B-Instruct")
model = AutoModelForCausalLM.from_pretrained(ID, torch_dtype=torch.bfloat16).to("cuda")
again = AutoModelForCausalLM.from_pretrained(ID, torch_dtype=torch.bfloat16, subfolder="text").to("cuda")
packed = AutoModelForCausalLM.from_pretrained("Qwen/Qwen2.5-32B-Instruct", quantization_config=four_bit)
smaller = AutoModelForCausalLM.from_pretrained("Qwen/Qwen2.5-72B-Instruct-AWQ")
judge = AutoModelForCausalLM.from_pretrained("Qwen/Qwen2.5-32B", device_map="cpu")


@spaces.GPU(duration=60)
def chat(prompt):
    return model(prompt), again, packed, smaller, judge, processor


gr.Interface(chat, "text", "text").queue(max_size=20).launch()
