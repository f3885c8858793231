"""The packed weights do not fit into VRAM: up to 0.51.2 the worker hangs while it loads them, 0.51.3 says why."""

import threading
import time

from lab.apps import app
from lab.space import Space

ROOMS = ["spaces-0.50.2", "spaces-0.51.3"]
EXPECT = {}
STAND_INS = ["CUDA: pinned memory is plain memory, and the allocation for the weights fails, late enough for both buffers to be full"]

#: How long the call is watched; loading that amount takes a second.
WATCHED_S = 20

#: More than the two buffers of 128 MB that the package reads ahead.
APP = app("""
import time

import torch
import spaces.zero.torch as torch_of_spaces

weights = torch.zeros(150_000_000).to("cuda")
really_empty = torch.empty


def pin_memory(tensor):
    aligned = torch.zeros(tensor.numel() + 4096, dtype=torch.uint8)
    start = -aligned.data_ptr() % 4096
    return aligned[start : start + tensor.numel()]


def empty(*size, device=None, **named):
    if device != "cuda":
        return really_empty(*size, device=device, **named)
    time.sleep(3)
    raise torch.OutOfMemoryError("CUDA out of memory.")


def init(nvidia_uuid):
    torch.cuda.synchronize = lambda: None
    torch.Tensor.pin_memory = pin_memory
    torch.empty = empty


torch_of_spaces.init = init


@spaces.GPU
def generate(prompt):
    return prompt.upper()
""")


def play(stage):
    space = Space(stage, APP)
    toasts: list[str] = []
    call = threading.Thread(target=lambda: toasts.extend(space.visit("a cat", user="ada", record=None)), daemon=True)
    call.start()
    ends = time.monotonic() + WATCHED_S
    while call.is_alive() and time.monotonic() < ends:
        time.sleep(0.2)
    expected = {"spaces-0.50.2": [], "spaces-0.51.3": ["ZeroGPU worker error", "OutOfMemoryError"]}[stage.room.name]
    assert toasts == expected, (toasts, space.log()[-2000:])
