"""A call without any token meets the Space's own, empty allowance."""

from lab.apps import booking
from lab.scheduler import refused
from lab.space import Space

ROOMS = ["spaces-0.28.3", "spaces-0.42.1", "spaces-0.51.3"]
EXPECT = {"visitor": ["space-gpu-limit"]}


def play(stage):
    space = Space(stage, booking())
    space.scheduler.will(refused(left=0, wait=3600))
    space.visit("a cat")
