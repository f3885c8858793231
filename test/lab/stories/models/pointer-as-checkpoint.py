"""A Git LFS pointer where a checkpoint should be."""

ROOMS = ["snippets"]
EXPECT = {"log": ["weights-broken"]}

APP = """
from pathlib import Path

import torch

Path("model.pt").write_text('''version https://git-lfs.github.com/spec/v1
oid sha256:4665465bb8c3a4a3a1d5f7a0d8b8c2a0e5d3c2b1a0f9e8d7c6b5a4938271605f
size 17390743
''')
state = torch.load("model.pt", weights_only=False)
"""


def play(stage):
    stage.python(APP)
