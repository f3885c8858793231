"""What would leave this machine, start a server or need a real card: same names, same signatures, no effect."""

import functools
import inspect
import subprocess
import time
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from unittest.mock import create_autospec, patch

import datasets
import faster_whisper
import gradio as gr
import gradio.oauth
import gradio_client
import huggingface_hub
import kernels
import peft.peft_model
import requests
import torch
import torchao.quantization
import transformers
from diffusers import DiffusionPipeline
from transformers import AutoModelForCausalLM, AutoTokenizer, BatchFeature
from transformers.utils.quantization_config import QuantizationConfigMixin

from .anything import Anything

LAUNCHED = (SimpleNamespace(get=lambda path: lambda function: function), "http://127.0.0.1:7860", "")
REAL_CLIENT = gradio_client.Client


class Client:
    """A client of a Space: what it is made with and called with is checked, and every call answers."""

    @functools.wraps(REAL_CLIENT.__init__)
    def __init__(self, *args: Any, **kwargs: Any):
        inspect.signature(REAL_CLIENT.__init__).bind(self, *args, **kwargs)
        self._asked = create_autospec(REAL_CLIENT, instance=True)
        self._asked.submit.return_value = a_job()

    def __getattr__(self, name: str) -> Any:
        return getattr(self._asked, name)


def a_client() -> Client:
    return Client("user/space")


def a_job():
    job = create_autospec(gradio_client.client.Job, instance=True)
    job.done.side_effect = [False, True]
    job.__iter__.side_effect = lambda: iter(["a", "b"])
    return job


def patches(models: Path) -> list:
    """Everything that is replaced while a snippet runs."""
    return [*_hub(models), *_servers(), *_cards(models), patch.object(time, "sleep", lambda _: None),
            patch.object(subprocess, "run", create_autospec(subprocess.run))]


def _hub(models: Path) -> list:
    folder = str(models / "repository")
    api = create_autospec(huggingface_hub.HfApi)
    api.return_value.whoami.return_value = {"name": "ada"}
    api.return_value.list_spaces.return_value = [SimpleNamespace(id="ada/space")]
    api.return_value.get_space_runtime.return_value = SimpleNamespace(requested_hardware="zero-a10g")
    weights = SimpleNamespace(rfilename="model.safetensors", size=10**9)
    api.return_value.model_info.return_value = SimpleNamespace(siblings=[weights])
    answers = {"snapshot_download": folder, "hf_hub_download": f"{folder}/pytorch_lora_weights.safetensors",
               "list_repo_files": ["config.json"], "whoami": {"name": "ada"}, "login": None, "get_zero_gpu_quota": Anything()}
    found = [_same(huggingface_hub, name, answer) for name, answer in answers.items()]
    found += [patch.object(huggingface_hub, "HfApi", api), _same(datasets, "load_dataset", Anything())]
    found += [patch.object(huggingface_hub, name, create_autospec(getattr(huggingface_hub, name)))
              for name in ("CommitScheduler", "SpaceCard", "InferenceClient")]
    found += [_same(owner, "push_to_hub", None) for owner in
              (datasets.Dataset, transformers.PreTrainedModel, transformers.PreTrainedTokenizerBase)]
    found += [_same(kernels, "get_kernel", Anything()), patch.object(gradio_client, "Client", Client)]
    return found


def _servers() -> list:
    user = {"name": "ada", "fullname": "Ada", "type": "user", "auth": {"accessToken": {"displayName": "lab"}}}
    return [
        patch.object(gradio.oauth, "_get_mocked_oauth_info", lambda: {"userinfo": user}),
        _same(requests, "post", Anything()), _same(gr.Blocks, "launch", LAUNCHED), _same(gr.Blocks, "block_thread", None), _same(gr.Server, "launch", None),
    ]


def _cards(models: Path) -> list:
    """Quantising, several cards, scripted modules and the allocator's history need a card; a vision model needs none, but is large."""
    scripted = torch.nn.Linear(16, 16)
    load = create_autospec(torch.jit.load, side_effect=lambda path, map_location="cpu": scripted.to(map_location))
    tiny = AutoModelForCausalLM.from_pretrained(models / "repository")
    vision = create_autospec(transformers.AutoModelForImageTextToText.from_pretrained, return_value=tiny)
    return [
        patch.object(peft.peft_model, "infer_device", lambda: "cpu"),
        _same(torchao.quantization, "quantize_", None), _same(torch.cuda.memory, "_record_memory_history", None),
        _same(torch.cuda.memory, "_dump_snapshot", None),
        patch.object(torch.jit, "load", load),
        patch.object(transformers.AutoModelForImageTextToText, "from_pretrained", vision),
        patch.object(transformers.AutoModelForCausalLM, "from_pretrained", _for_a_card(transformers.AutoModelForCausalLM.from_pretrained)),
        patch.object(transformers.AutoProcessor, "from_pretrained", _processors(transformers.AutoProcessor.from_pretrained, models)),
        patch.object(faster_whisper, "WhisperModel", create_autospec(faster_whisper.WhisperModel)),
        _same(DiffusionPipeline, "enable_model_cpu_offload", None),
    ]


def _for_a_card(real):
    """Loading in fewer bits or over several cards: the tiny model is loaded without, and is where the real one would be."""

    @functools.wraps(real)
    def load(*args, device_map=None, max_memory=None, offload_folder=None, quantization_config=None, **words):
        if not isinstance(quantization_config, QuantizationConfigMixin | None):
            raise TypeError("quantization_config is none of transformers' configurations")
        model = real(*args, **words)
        if device_map is not None:
            model.hf_device_map = {"": device_map}
        return model if device_map in (None, "cpu") and quantization_config is None else model.to("cuda")

    return load


def _processors(real, models: Path):
    """The real processors, except for a repository that has none: then one of pictures and words, which gives what a real one gives."""
    tokenizer = AutoTokenizer.from_pretrained(models / "repository")

    def apply_chat_template(conversation, *, add_generation_prompt, tokenize, return_dict, return_tensors):
        return BatchFeature(tokenizer("a cat", return_tensors=return_tensors))

    pictures = SimpleNamespace(apply_chat_template=apply_chat_template, batch_decode=tokenizer.batch_decode)

    @functools.wraps(real)
    def load(name, *args, **words):
        return pictures if "-VL-" in name else real(name, *args, **words)

    return load


def _same(owner: Any, name: str, answer: Any):
    return patch.object(owner, name, create_autospec(getattr(owner, name), return_value=answer))
