"""An app for ZeroGPU is started where the package `spaces` was never installed."""

ROOMS = ["pip-26.3"]
EXPECT = {"log": ["spaces-not-installed"]}

APP = """
import spaces


@spaces.GPU
def run(prompt):
    return prompt
"""


def play(stage):
    stage.python(APP)
