"""The scheduler has no GPU and no queue: 503."""

from lab.apps import CALLER, booking
from lab.scheduler import status
from lab.space import Space

ROOMS = ["spaces-0.28.3", "spaces-0.51.3"]
EXPECT = {"visitor": ["no-gpu-available"], "client": ["no-gpu-available"]}


def play(stage):
    space = Space(stage, booking())
    space.scheduler.will(status(503), status(503))
    space.visit("a cat", user="ada")
    space.call(CALLER, user="ada")
