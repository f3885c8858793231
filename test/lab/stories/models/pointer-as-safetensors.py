"""A Git LFS pointer where a safetensors file should be."""

ROOMS = ["snippets"]
EXPECT = {"log": ["weights-broken"]}

APP = """
from pathlib import Path

from safetensors.torch import load_file

Path("model.safetensors").write_text('''version https://git-lfs.github.com/spec/v1
oid sha256:4665465bb8c3a4a3a1d5f7a0d8b8c2a0e5d3c2b1a0f9e8d7c6b5a4938271605f
size 17390743
''')
state = load_file("model.safetensors")
"""


def play(stage):
    stage.python(APP)
