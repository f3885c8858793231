"""A handler without the decorator gives a CPU tensor to a model whose weights were packed: it computes with zeros, silently."""

from lab.apps import app
from lab.space import Space

ROOMS = ["spaces-0.51.3"]
EXPECT = {"visitor": []}

APP = app("""
import torch

model = torch.nn.Linear(4, 1, bias=False).to("cuda")
with torch.no_grad():
    model.weight.fill_(1.0)


@spaces.GPU
def paint(prompt):
    return model(torch.ones(1, 4, device="cuda"))


def generate(prompt):
    return f"1 + 1 + 1 + 1 = {model(torch.ones(1, 4)).item()}"
""")


def play(stage):
    toasts = Space(stage, APP).visit("a cat", user="ada")
    assert toasts == ['-> ["1 + 1 + 1 + 1 = 0.0"]'], toasts
