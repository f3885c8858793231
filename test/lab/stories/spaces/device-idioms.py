"""Ways to put a small transformers model on CUDA at module scope: which of them pass the emulation."""

from lab.space import Space

ROOMS = ["spaces-models-4.57", "spaces-models-5.23"]
EXPECT = {"log": ["cuda-in-main-process", "no-cuda-gpus"]}

APP = """
import gradio as gr
import spaces
import torch
from transformers import AutoModel, BertConfig, BertModel, pipeline

config = BertConfig(hidden_size=8, num_hidden_layers=1, num_attention_heads=1, intermediate_size=8, vocab_size=16)
BertModel(config).save_pretrained("small")
torch.save({"w": torch.ones(2)}, "w.pt")


def attempt(name, make):
    try:
        made = make()
        print(f"{name}: {next(made.parameters()).device if isinstance(made, torch.nn.Module) else made}")
    except Exception as error:
        print(f"{name}: {type(error).__name__}: {str(error).splitlines()[0]}")


load = lambda **named: AutoModel.from_pretrained("small", **named)
attempt('.to("cuda")', lambda: load().to("cuda"))
attempt(".cuda()", lambda: load().cuda())
attempt(".to(0)", lambda: load().to(0))
attempt('.to("cuda:0")', lambda: load().to("cuda:0"))
attempt('.to(torch.device("cuda"))', lambda: load().to(torch.device("cuda")))
attempt('device_map="cuda"', lambda: load(device_map="cuda"))
attempt('device_map="auto"', lambda: load(device_map="auto"))
attempt('device_map={"": 0}', lambda: load(device_map={"": 0}))
attempt('device_map={"": "cuda"}', lambda: load(device_map={"": "cuda"}))
attempt("torch.cuda.set_device(0)", lambda: torch.cuda.set_device(0))
attempt("torch.cuda.empty_cache()", torch.cuda.empty_cache)
attempt("torch.cuda.manual_seed_all(0)", lambda: torch.cuda.manual_seed_all(0))
attempt("torch.manual_seed(0)", lambda: torch.manual_seed(0) and None)
attempt('torch.Generator("cuda")', lambda: torch.Generator("cuda").device)
attempt("torch.set_default_device", lambda: torch.set_default_device("cuda"))
torch.set_default_device(None)
attempt("torch.cuda.mem_get_info()", lambda: torch.cuda.mem_get_info())
attempt("torch.cuda.get_device_properties(0)", lambda: torch.cuda.get_device_properties(0))
attempt("torch.cuda.memory_allocated()", torch.cuda.memory_allocated)
attempt("torch.cuda.Stream()", torch.cuda.Stream)
attempt("torch.cuda.is_bf16_supported()", torch.cuda.is_bf16_supported)
attempt('torch.load(map_location="cuda")', lambda: torch.load("w.pt", map_location="cuda")["w"].device)
"""


def play(stage):
    Space(stage, APP, TQDM_DISABLE="1", HF_HUB_DISABLE_PROGRESS_BARS="1", TRANSFORMERS_VERBOSITY="error")
