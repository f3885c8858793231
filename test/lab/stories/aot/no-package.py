"""A package that is none: loading passes without a word, the first call fails."""

ROOMS = ["snippets"]
EXPECT = {"log": ["aoti-error"]}
STAND_INS = ["the processor instead of a card"]

APP = """
from pathlib import Path

import spaces
import torch

model = torch.nn.Linear(4, 4)
Path("package/root").mkdir(parents=True)
Path("package/root/package.pt2").write_bytes(b"none")
try:
    spaces.aoti_load_from_package_dir(model, "package")
    print("loaded without a word", flush=True)
except Exception as error:
    print("running eager:", error, flush=True)
model(torch.ones(1, 4))
"""


def play(stage):
    stage.python(APP)
