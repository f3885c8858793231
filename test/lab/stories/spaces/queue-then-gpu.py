"""All GPUs of the node are busy, then one is free; then the same for the Space's own slots: notices only."""

from lab.apps import DRIVERLESS, working
from lab.scheduler import queued
from lab.space import Space

ROOMS = ["spaces-0.51.3"]
EXPECT = {"visitor": []}
STAND_INS = [DRIVERLESS]

APP = working("return prompt.upper()")


def play(stage):
    space = Space(stage, APP)
    space.scheduler.will(queued("ping", "succeeded", auth="regular", reason="node"))
    space.visit("a cat", user="ada")
    space.scheduler.will(queued("ping", "succeeded", auth="regular", reason="concurrency"))
    space.visit("a dog", user="ada")
