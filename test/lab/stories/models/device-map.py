"""A model is loaded at module scope with device_map="cuda": the library asks the real driver."""

from lab.space import Space

ROOMS = ["snippets"]
EXPECT = {"log": ["cuda-in-main-process"]}

APP = """
import spaces
import gradio as gr
from transformers import AutoModelForCausalLM, LlamaConfig, LlamaForCausalLM

config = LlamaConfig(vocab_size=10, hidden_size=16, intermediate_size=16, num_hidden_layers=1, num_attention_heads=2)
LlamaForCausalLM(config).save_pretrained("model")
model = AutoModelForCausalLM.from_pretrained("model", device_map="cuda")
"""


def play(stage):
    Space(stage, APP)
