"""Nothing is decorated: the app starts, the package reports nothing, and its log stays healthy (the platform then ends it)."""

from lab.space import Space

ROOMS = ["spaces-0.51.3"]
EXPECT = {"log": []}

APP = """
import gradio as gr
import spaces


def generate(prompt):
    return prompt.upper()


gr.Interface(generate, "textbox", "textbox").launch()
"""


def play(stage):
    space = Space(stage, APP)
    assert space.is_up and space.scheduler.asked == [], space.scheduler.asked
