"""Models that lie in the memory of the machine, and of which each call moves one."""
import gradio as gr
import spaces
import torch
from transformers import AutoModelForCausalLM

first = AutoModelForCausalLM.from_pretrained("example/first-14B", torch_dtype=torch.bfloat16)
second = AutoModelForCausalLM.from_pretrained("example/second-14B", torch_dtype=torch.bfloat16)


@spaces.GPU(duration=60)
def answer(text, choice):
    if choice == "first":
        first.to("cuda")
        return first(text)
    second.to("cuda")
    return second(text)


gr.Interface(answer, ["text", "text"], "text").queue(max_size=20).launch()
