"""A card that is not there: tensors stay on the CPU, remember that they are "on cuda", and may not be mixed or leave a worker so."""

import contextlib
import pickle
from multiprocessing.reduction import ForkingPickler
from types import SimpleNamespace
from typing import Any

import torch
from torch.overrides import TorchFunctionMode
from torch.utils._pytree import tree_leaves, tree_map

CARD = torch.device("cuda", 0)
HOST = torch.device("cpu")
#: Numbers of the card that ZeroGPU gives as `large`, as far as a snippet asks for them.
CAPABILITY, NAME, MEMORY = (12, 0), "NVIDIA RTX PRO 6000 Blackwell Server Edition MIG 2g.48gb", 48 * 10**9


def is_on_card(tensor: Any) -> bool:
    """Whether the tensor is one of those that remember to be on the card."""
    return isinstance(tensor, torch.Tensor) and getattr(tensor, "on_card", False)


def place(tensor: Any, on_card: bool) -> Any:
    """Lets a tensor remember where it is; anything else is handed back as it came."""
    if isinstance(tensor, torch.Tensor):
        tensor.on_card = on_card
    return tensor


class Card(TorchFunctionMode):
    """While it is entered, `cuda` works: as a target of moves, as a device of new tensors, and as what `.device` says."""

    def __torch_function__(self, function, types, args=(), kwargs=None):
        kwargs = kwargs or {}
        if function in NAMING:
            return function(*args, **kwargs)
        if function == torch.Tensor.device.__get__:
            return CARD if is_on_card(args[0]) else function(*args, **kwargs)
        if function == torch.Tensor.is_cuda.__get__:
            return is_on_card(args[0])
        target = _target(function, args, kwargs)
        tensors = [leaf for leaf in tree_leaves((args, kwargs)) if isinstance(leaf, torch.Tensor)]
        if target is None and function not in MIXABLE:
            _same_device(function, tensors)
        args, kwargs = tree_map(_to_host, args), tree_map(_to_host, kwargs)
        result = args[0] if function is torch.Tensor.cuda else function(*args, **kwargs)
        on_card = target.type == "cuda" if target is not None else any(is_on_card(tensor) for tensor in tensors)
        if function is torch.Tensor.cuda or (target is not None and on_card != any(is_on_card(tensor) for tensor in tensors)):
            result = tree_map(lambda leaf: leaf.clone() if any(leaf is tensor for tensor in tensors) else leaf, result)
        return tree_map(lambda leaf: place(leaf, on_card), result)


#: They only name a device, and make nothing on it.
NAMING = {torch.device, torch._C._nn._parse_to}
#: They may hold tensors of several devices by what they are: attributes, and assignments that copy between devices.
MIXABLE = {
    torch._has_compatible_shallow_copy_type, torch.Tensor.copy_, torch.Tensor.__setitem__, torch.Tensor.__getitem__,
    torch.Tensor.data.__set__, torch.Tensor.index_copy_,
}


def _target(function: Any, args: tuple, kwargs: dict) -> torch.device | None:
    """The device that a call asks for, or None when it asks for none."""
    if function is torch.Tensor.cuda:
        return CARD
    if function is torch.Tensor.cpu:
        return HOST
    for value in (kwargs.get("device"), *(args[1:] if function is torch.Tensor.to else ())):
        if isinstance(value, torch.device) or (isinstance(value, str) and value.split(":")[0] in ("cuda", "cpu", "meta")):
            return torch.device(value)
        if function is torch.Tensor.to and isinstance(value, torch.Tensor):
            return CARD if is_on_card(value) else HOST
    return None


def _to_host(value: Any) -> Any:
    if isinstance(value, torch.device) and value.type == "cuda":
        return HOST
    return "cpu" if isinstance(value, str) and value.split(":")[0] == "cuda" and len(value) < 8 else value


def _same_device(function: Any, tensors: list[torch.Tensor]) -> None:
    places = {is_on_card(tensor) for tensor in tensors if tensor.dim() > 0}
    if len(places) > 1:
        raise RuntimeError("Expected all tensors to be on the same device, but found at least two devices, cuda:0 and cpu!"
                           f" (in {getattr(function, '__name__', function)})")


def move_module(module: torch.nn.Module, device: Any) -> torch.nn.Module:
    """Places every parameter and buffer of a module."""
    on_card = torch.device(device).type == "cuda"
    for tensor in (*module.parameters(), *module.buffers()):
        place(tensor, on_card)
    return module


def install() -> contextlib.ExitStack:
    """Makes torch speak of the card; in force until the stack is closed."""
    move = torch.nn.Module._apply

    def apply(self, function, *args, **kwargs):
        before = next((is_on_card(tensor) for tensor in (*self.parameters(), *self.buffers())), False)
        probe = function(place(torch.zeros(1), before))
        move(self, function, *args, **kwargs)
        return move_module(self, CARD if is_on_card(probe) else HOST)

    torch.nn.Module._apply = apply
    torch.nn.Module.cuda = lambda self, device=None: self.to("cuda")
    real_generator = torch.Generator

    class Generator(real_generator):
        """A generator that may say that it belongs to the card."""

        def __new__(cls, device="cpu"):
            return real_generator.__new__(cls, "cpu")

        def __init__(self, device="cpu"):
            pass

    torch.Generator = Generator
    properties = SimpleNamespace(name=NAME, major=CAPABILITY[0], minor=CAPABILITY[1], total_memory=MEMORY)
    answers = {
        "is_available": True, "device_count": 1, "current_device": 0, "is_initialized": True, "synchronize": None, "empty_cache": None,
        "get_device_capability": CAPABILITY, "get_device_name": NAME, "get_device_properties": properties,
        "mem_get_info": (MEMORY // 2, MEMORY), "memory_allocated": 10**9, "max_memory_allocated": 2 * 10**9,
        "reset_peak_memory_stats": None,
    }
    torch.cuda.device = lambda *_: contextlib.nullcontext()
    torch.cuda.set_device = lambda *_: None
    for name, answer in answers.items():
        setattr(torch.cuda, name, lambda *_, answer=answer, **__: answer)
    stack = contextlib.ExitStack()
    stack.enter_context(Card())
    return stack


def cross(value: Any) -> Any:
    """Takes a value over the process boundary as a worker's queue does. Raises what the queue would raise, and refuses the card."""
    for leaf in _tensors(value):
        if is_on_card(leaf):
            raise RuntimeError("A CUDA tensor leaves the worker")
        if leaf.requires_grad and not leaf.is_leaf:
            raise RuntimeError("Cowardly refusing to serialize non-leaf tensor which requires_grad")
    return pickle.loads(bytes(ForkingPickler.dumps(value)))


def _tensors(value: Any) -> list[torch.Tensor]:
    if isinstance(value, dict):
        return [found for item in value.values() for found in _tensors(item)]
    if isinstance(value, (list, tuple, set)):
        return [found for item in value for found in _tensors(item)]
    return [value] if isinstance(value, torch.Tensor) else []
