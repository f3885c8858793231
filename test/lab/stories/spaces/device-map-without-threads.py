"""`device_map="cuda"` with transformers 5, told to load in the main thread: the emulation is there, and it works."""

from lab.space import Space

ROOMS = ["spaces-models-5.23"]
EXPECT = {}

APP = """
import gradio as gr
import spaces
from transformers import AutoModel, BertConfig, BertModel

config = BertConfig(hidden_size=8, num_hidden_layers=1, num_attention_heads=1, intermediate_size=8, vocab_size=16)
BertModel(config).save_pretrained("small")
print("device:", next(AutoModel.from_pretrained("small", device_map="cuda").parameters()).device)
"""


def play(stage):
    assert "device: cuda:0" in Space(stage, APP, HF_DEACTIVATE_ASYNC_LOAD="1").log()
    assert "device: cuda:0" not in Space(stage, APP).log()
