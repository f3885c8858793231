"""What is made smaller once it is loaded, or is small whatever its name says."""
import gradio as gr
import spaces
import torch
from torchao.quantization import int8_weight_only, quantize_
from transformers import AutoModelForCausalLM

writer = AutoModelForCausalLM.from_pretrained("example/writer-32B", torch_dtype=torch.bfloat16)
quantize_(writer, int8_weight_only())
reader = AutoModelForCausalLM.from_pretrained("openai/gpt-oss-120b", torch_dtype="auto")


@spaces.GPU(duration=60)
def answer(text):
    return reader(writer(text))


gr.Interface(answer, "text", "text").queue(max_size=20).launch()
