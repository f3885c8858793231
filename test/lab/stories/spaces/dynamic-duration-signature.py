"""The duration's callable takes fewer arguments than the call: Gradio adds the progress bar by position."""

from lab.apps import app
from lab.space import Space

ROOMS = ["spaces-0.42.1", "spaces-0.51.3"]
EXPECT = {"log": ["dynamic-duration-signature"]}

APP = app("""

def seconds(prompt):
    return 30


@spaces.GPU(duration=seconds)
def generate(prompt, progress=gr.Progress()):
    return prompt.upper()
""")


def play(stage):
    space = Space(stage, APP)
    space.visit("a cat", user="ada")
    assert all(path != "schedule" for path, _ in space.scheduler.asked)
