import gradio as gr
import spaces
import torch

from transformers import AutoModelForCausalLM, pipeline


def load(name):
    return AutoModelForCausalLM.from_pretrained(name, dtype="float16", device_map="auto")


small = load("someone/Model-9B")
large = AutoModelForCausalLM.from_pretrained("someone/Mixture-8x2.5B", dtype="float16").to("cuda")  # here


@spaces.GPU(duration=60, size="large")
def chat(prompt):
    return small(prompt), large(prompt)


gr.Interface(chat, "text", "text").queue(max_size=20).launch()
