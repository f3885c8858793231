"""A decorated function is called at start, as the recipe for compiling does: it books 1500 s times the factor, with no visitor."""

from lab.apps import DRIVERLESS
from lab.space import Space

ROOMS = ["spaces-0.51.3"]
EXPECT = {}
STAND_INS = [DRIVERLESS]

APP = """
import gradio as gr
import spaces
import driver


@spaces.GPU(duration=1500)
def compile_transformer():
    return "compiled"


print(compile_transformer())
gr.Interface(lambda prompt: prompt, "textbox", "textbox").launch()
"""


def play(stage):
    space = Space(stage, APP)
    asked = dict(space.scheduler.asked)["schedule"]
    assert space.is_up and asked["durationSeconds"] == "2250" and "token" not in asked, asked
    assert [path for path, _ in space.scheduler.asked][:3] == ["schedule", "allow", "release"], space.scheduler.asked
