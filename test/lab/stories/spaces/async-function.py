"""`async def` is decorated."""

from lab.space import Space

ROOMS = ["spaces-0.28.3", "spaces-0.51.3"]
EXPECT = {"log": ["async-function"]}

APP = """
import gradio as gr
import spaces


@spaces.GPU
async def generate(prompt):
    return prompt.upper()
"""


def play(stage):
    assert not Space(stage, APP).is_up
