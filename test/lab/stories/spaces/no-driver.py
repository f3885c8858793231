"""No GPU driver where the worker starts: its first CUDA operation fails, before the function runs."""

from lab.apps import booking
from lab.space import Space

ROOMS = ["spaces-0.42.1", "spaces-0.51.3"]
EXPECT = {"log": ["no-cuda-gpus"], "visitor": ["worker-error"]}


def play(stage):
    Space(stage, booking()).visit("a cat", user="ada")
