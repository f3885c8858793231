"""A wheel that was renamed to something shorter."""

from lab.build import build, wheel

ROOMS = ["pip-23.2.1", "pip-26.3"]
EXPECT = {"build": ["wheel-not-supported"]}

def play(stage):
    wheel(stage, "flash_attn.whl")
    build(stage, "./wheels/flash_attn.whl")
