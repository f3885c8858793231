"""A kernel from the Hub without a version."""

ROOMS = ["snippets"]
EXPECT = {"log": ["kernels-version-required"]}

APP = """
from kernels import get_kernel

flash = get_kernel("kernels-community/flash-attn2")
"""


def play(stage):
    stage.python(APP)
