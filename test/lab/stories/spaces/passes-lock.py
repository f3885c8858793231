"""An argument of the decorated function cannot be pickled: it fails in the main process, with a GPU already booked."""

from lab.apps import app
from lab.space import Space

ROOMS = ["spaces-0.42.1", "spaces-0.51.3"]
EXPECT = {"log": ["pickling-error"]}

APP = app("""
from threading import Lock


@spaces.GPU
def paint(prompt, lock):
    return prompt.upper()


def generate(prompt):
    return paint(prompt, Lock())
""")


def play(stage):
    space = Space(stage, APP)
    space.visit("a cat", user="ada", record=None)
    assert ("release", {"allowToken": "lab", "fail": "true"}) in space.scheduler.asked, space.scheduler.asked
