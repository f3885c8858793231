"""The prelude: what stands for the names that pages presuppose.

What a page calls `model` is a tiny real language model that also takes a tensor, a picture or a text; `pipe` is a tiny real
diffusion pipeline; names that nobody could guess are `Anything`.
"""

import functools
import inspect
import time
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import gradio as gr
import numpy
import torch
from diffusers import DiffusionPipeline
from PIL import Image
from transformers import AutoModelForCausalLM, AutoTokenizer

from .anything import Anything
from .card import is_on_card
from .outside import a_client


class Prelude:
    """Tiny models, loaded once; every snippet's process inherits them and puts them on its card."""

    def __init__(self, folder: Path):
        self.folder = folder
        self.repository = folder / "repository"
        self._model = AutoModelForCausalLM.from_pretrained(self.repository)
        self._pipe = DiffusionPipeline.from_pretrained(self.repository)
        self._pipe.set_progress_bar_config(disable=True)
        self._tokenizer = AutoTokenizer.from_pretrained(self.repository)

    def values(self, names: set[str], code: str) -> dict[str, Any]:
        """Name → stand-in, for the names that a snippet takes for granted; made only when it does."""
        page = "gr." in code or "button" in code or ".click(" in code
        lora = str(self.repository if "load_lora" in code else self.folder / "adapter")
        made = {
            "pipe": self.pipe, "model": self.model, "encoder": self.model, "renderer": self.model, "module": self.model,
            "base": lambda: self._model, "tokenizer": lambda: self._tokenizer, "processor": self.processor,
            "models": lambda: {"USER/SMALL": self.model()}, "Model": lambda: SimpleNamespace(from_pretrained=lambda *_: self.model()),
            "MODEL_ID": lambda: str(self.repository), "BASE_ID": lambda: str(self.repository), "ADAPTER_ID": lambda: lora,
            "FIRST_ID": lambda: str(self.folder / "adapter"), "SECOND_ID": lambda: str(self.folder / "second-adapter"),
            "STYLES": lambda: {"photo": str(self.repository)}, "SPACES": lambda: {"a cat": "user/space"}, "client": a_client,
            "SIZES": lambda: {"square": (64, 64)}, "input_ids": lambda: torch.tensor([[4, 5]]), "index": lambda: torch.tensor([0, 1]),
            "table": lambda: torch.zeros(4, 2), "examples": lambda: [["a cat"]],
            "dataset": lambda: [torch.zeros(1)] * 2, "loader": list, "decode": lambda: decode,
            "call": a_captured_call, "denoise": lambda: denoise, "time": lambda: time, "args": tuple, "kwargs": dict,
            "rows": lambda: numpy.zeros((2048, 2)), "columns": lambda: numpy.zeros((3, 2)), "best": lambda: numpy.zeros(2048),
            "matrix": lambda: torch.eye(2, dtype=torch.bfloat16), "labels": lambda: torch.tensor([0, 1]), "num_classes": lambda: 2,
            "token_id": lambda: 1, "vector": lambda: torch.zeros(16, device="cuda"), "seed": lambda: 1, "weights": self.weights,
            "inputs": lambda: self._tokenizer("a cat", return_tensors="pt").to("cuda"),
            "demo": gr.Blocks, "prompt": gr.Textbox if page else lambda: "a cat", "prompts": lambda: ["a cat"],
            "text": gr.Textbox if page else lambda: "a cat", "image": gr.Image, "box": gr.Textbox, "output": gr.Image if page else Anything, "out": gr.Image if page else Anything,
        }
        return {name: made[name]() if name in made else Anything() for name in names}

    def argument(self, name: str, default: Any, code: str) -> Any:
        """A value for a parameter of a decorated function, by what pages call it."""
        if default is not inspect.Parameter.empty and name not in ARGUMENTS:
            return default
        if name == "path" and ("load_lora" in code or "from_pretrained(path" in code or "Transformer(path" in code):
            return str(self.repository)
        if name == "frames" and "frames *" in code:
            return 16
        if name == "frames" and ("frame.to(" in code or "torch.stack" in code):
            return [torch.zeros(1), torch.zeros(1)]
        value = ARGUMENTS.get(name, Anything())
        return value() if callable(value) and not isinstance(value, Anything) else value

    def model(self):
        """A tiny language model on the card, with what pages ask of models that are none."""
        model = self._model.to("cuda")
        if not hasattr(model, "encode"):
            model.__class__ = _with_more(type(model))
        return model

    def weights(self) -> dict[str, torch.Tensor]:
        """What a checkpoint of the model holds."""
        return self._model.state_dict()

    def pipe(self):
        """A tiny diffusion pipeline on the card; it makes frames as well."""
        pipe = self._pipe.to("cuda")
        real = type(pipe).__call__

        @functools.wraps(real)
        def call(self, prompt=None, *, image=None, latents=None, num_inference_steps=1, **words):
            if latents is not None and not is_on_card(latents):
                raise RuntimeError("Expected all tensors to be on the same device: latents are on the CPU")
            small = {name: 16 for name in ("width", "height")}
            made = real(self, str(prompt), num_inference_steps=1, max_sequence_length=8, **{**words, **small})
            made.frames = [made.images]
            return made

        type(pipe).__call__ = call
        return pipe

    def processor(self):
        """A processor of pictures, which gives lists unless it is told to give tensors."""
        tokenizer = self._tokenizer

        def call(*_, return_tensors=None, **__):
            if return_tensors != "pt":
                raise TypeError("a processor without return_tensors gives lists, which no model takes")
            return tokenizer("a cat", return_tensors="pt")

        processor = Anything()
        found = type("Processor", (), {"decode": staticmethod(tokenizer.decode), "save_pretrained": staticmethod(tokenizer.save_pretrained),
                                       "push_to_hub": processor, "__call__": staticmethod(call)})
        return found()


def _with_more(real: type) -> type:
    class Model(real):
        def __call__(self, *args, **kwargs):
            if args and not (isinstance(args[0], torch.Tensor) and args[0].dtype == torch.long):
                if isinstance(args[0], torch.Tensor) and not is_on_card(args[0]):
                    raise RuntimeError("Expected all tensors to be on the same device: the input is on the CPU")
                return self.made()
            found = super().__call__(*args, **{**kwargs, "output_hidden_states": True})
            found.last_hidden_state = found.hidden_states[-1]
            found.pooler_output = found.hidden_states[-1][:, 0]
            return found

        def made(self):
            """What a network hands back outside inference_mode(): on the card, with a gradient."""
            return self.lm_head(torch.ones(1, 16, device="cuda"))

        def encode(self, texts, convert_to_tensor=False, **_):
            return self.made() if convert_to_tensor else self.made().detach().cpu().numpy()

        def step(self, *session):
            return (self.made(), {"latents": self.made()}) if session else self.made()

    for name, value in {"caption": "a cat", "speak": numpy.zeros(4), "count": 2, "score": 0.5}.items():
        setattr(Model, name, lambda self, *_, value=value: value)
    Model.stream = lambda self, *_: iter(["a", "cat"])
    Model.steps = lambda self, *_: iter([("image", {"n": 1}), ("image", {"n": 2})])
    return Model


def a_picture() -> Image.Image:
    return Image.new("RGB", (64, 64))


def decode(*_: Any) -> torch.Tensor:
    return torch.zeros(16)


def denoise(*_: Any) -> list[torch.Tensor]:
    return [torch.zeros(1, device="cuda")]


def a_captured_call() -> SimpleNamespace:
    return SimpleNamespace(args=(), kwargs={"hidden_states": torch.zeros(1, 4, 4), "img_ids": torch.zeros(4, 3), "return_dict": False})


ARGUMENTS: dict[str, Any] = {
    "prompt": "a cat", "text": "a cat", "message": "a cat", "query": "a cat", "image": a_picture, "frame": a_picture, "seed": 1,
    "steps": 2, "width": 64, "height": 64, "size": 1, "part": 1, "chapter": lambda: ["a cat"], "style": "photo", "strength": 0.5,
    "state": lambda: {"count": 0, "text": "", "masks": []}, "history": list, "memory": dict, "frames": lambda: [a_picture()] * 2,
    "images": lambda: [a_picture()], "x": lambda: torch.randn(1, 16), "array": lambda: numpy.zeros((1, 16), "float32"), "data": b"a",
    "path": "sound.wav", "paths": lambda: ["sound.wav"], "use_turbo": False, "q": lambda: torch.randn(1, 2, 2, 4),
    "k": lambda: torch.randn(1, 2, 2, 4), "v": lambda: torch.randn(1, 2, 2, 4), "texts": lambda: ["a cat"], "prompts": lambda: ["a cat"],
    "name": "USER/SMALL", "task": "caption", "sizes": lambda: [(64, 64)], "y": 1, "index": 1, "session": dict,
}
