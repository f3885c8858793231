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
import gradio as gr
import gradio.oauth
import gradio_client
import huggingface_hub
import kernels
import peft.peft_model
import torch
import torchao.quantization
import transformers

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
               "whoami": {"name": "ada"}, "login": None, "get_zero_gpu_quota": Anything()}
    found = [_same(huggingface_hub, name, answer) for name, answer in answers.items()]
    found += [patch.object(huggingface_hub, "HfApi", api), _same(datasets, "load_dataset", Anything())]
    found += [patch.object(huggingface_hub, name, create_autospec(getattr(huggingface_hub, name)))
              for name in ("CommitScheduler", "SpaceCard")]
    found += [_same(owner, "push_to_hub", None) for owner in
              (datasets.Dataset, transformers.PreTrainedModel, transformers.PreTrainedTokenizerBase)]
    found += [_same(kernels, "get_kernel", Anything()), patch.object(gradio_client, "Client", Client)]
    return found


def _servers() -> list:
    user = {"name": "ada", "fullname": "Ada", "type": "user", "auth": {"accessToken": {"displayName": "lab"}}}
    return [
        patch.object(gradio.oauth, "_get_mocked_oauth_info", lambda: {"userinfo": user}),
        _same(gr.Blocks, "launch", LAUNCHED), _same(gr.Blocks, "block_thread", None), _same(gr.Server, "launch", None),
    ]


def _cards(models: Path) -> list:
    """Quantising to eight bits, scripted modules and the allocator's history need a card; a vision model needs none, but is large."""
    scripted = torch.nn.Linear(16, 16)
    load = create_autospec(torch.jit.load, side_effect=lambda path, map_location="cpu": scripted.to(map_location))
    vision = create_autospec(transformers.AutoModelForImageTextToText.from_pretrained, return_value=scripted)
    return [
        patch.object(peft.peft_model, "infer_device", lambda: "cpu"),
        _same(torchao.quantization, "quantize_", None), _same(torch.cuda.memory, "_record_memory_history", None),
        _same(torch.cuda.memory, "_dump_snapshot", None),
        patch.object(torch.jit, "load", load),
        patch.object(transformers.AutoModelForImageTextToText, "from_pretrained", vision),
    ]


def _same(owner: Any, name: str, answer: Any):
    return patch.object(owner, name, create_autospec(getattr(owner, name), return_value=answer))
