"""FlashAttention 2 is asked for and not installed."""

ROOMS = ["snippets"]
EXPECT = {"log": ["flash-attn-incomplete"]}

APP = """
from transformers import AutoModelForCausalLM, LlamaConfig, LlamaForCausalLM

config = LlamaConfig(vocab_size=10, hidden_size=16, intermediate_size=16, num_hidden_layers=1, num_attention_heads=2)
LlamaForCausalLM(config).save_pretrained("model")
model = AutoModelForCausalLM.from_pretrained("model", attn_implementation="flash_attention_2")
"""


def play(stage):
    stage.python(APP)
