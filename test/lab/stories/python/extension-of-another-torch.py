"""A compiled package of the time of torch 2.3 is imported with torch 2.9.1."""

ROOMS = ["torchtext-0.18.0"]
EXPECT = {"log": ["undefined-symbol"]}

APP = """
import torchtext

print(torchtext.__version__)
"""


def play(stage):
    stage.python(APP)
