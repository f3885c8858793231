"""A decorated function that no event uses is enough for the start-up report."""

from lab.space import Space

ROOMS = ["spaces-0.28.3", "spaces-0.51.3"]
EXPECT = {}

APP = """
import gradio as gr
import spaces


@spaces.GPU
def never_called():
    pass


gr.Interface(lambda prompt: prompt.upper(), "textbox", "textbox").launch()
"""


def play(stage):
    space = Space(stage, APP)
    assert space.is_up and [path for path, _ in space.scheduler.asked] == ["startup-report"], space.scheduler.asked
