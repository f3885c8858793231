"""Weights and activations in eight bits on a card that can do it."""

from lab.card import STAND_INS

ROOMS = ["cuda"]
NEEDS_CARD = True
STAND_INS = STAND_INS
EXPECT = {"log": []}

APP = """
import torch
from torchao.quantization import Float8DynamicActivationFloat8WeightConfig, quantize_

model = torch.nn.Linear(256, 256, dtype=torch.bfloat16, device="cuda")
quantize_(model, Float8DynamicActivationFloat8WeightConfig())
with torch.inference_mode():
    print(model(torch.ones(32, 256, dtype=torch.bfloat16, device="cuda")).shape, torch.cuda.get_device_capability())
"""


def play(stage):
    stage.python(APP)
