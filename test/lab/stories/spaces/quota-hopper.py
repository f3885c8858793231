"""A booking on the hardware before Blackwell: nothing is multiplied, the message shows what the source says."""

from lab.apps import booking
from lab.scheduler import refused
from lab.space import HOPPER, Space

ROOMS = ["spaces-0.51.3"]
EXPECT = {"visitor": ["quota-exceeded"]}


def play(stage):
    space = Space(stage, booking("duration=60"), node=HOPPER)
    space.scheduler.will(refused(left=12, wait=11520, auth="regular"))
    space.visit("a cat", user="ada")
    assert dict(space.scheduler.asked)["schedule"]["durationSeconds"] == "60"
