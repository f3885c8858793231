"""The handler calls the decorated function from a thread of its own: the visitor's token stays behind."""

from lab.apps import app
from lab.scheduler import refused
from lab.space import Space

ROOMS = ["spaces-0.51.3"]
EXPECT = {"log": ["space-gpu-limit"]}

APP = app("""
from threading import Thread


@spaces.GPU
def paint(prompt):
    return prompt.upper()


def generate(prompt):
    thread = Thread(target=paint, args=(prompt,))
    thread.start()
    thread.join()
    return "done"
""")


def play(stage):
    space = Space(stage, APP)
    space.scheduler.will(refused(left=0, wait=3600))
    space.visit("a cat", user="ada", record=None)
    assert "token" not in dict(space.scheduler.asked)["schedule"]
