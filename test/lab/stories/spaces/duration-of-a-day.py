"""A duration of a whole day counts as none: only the seconds of its last, unfinished day are asked for."""

from lab.apps import booking
from lab.scheduler import refused
from lab.space import Space

ROOMS = ["spaces-0.51.3"]
EXPECT = {"visitor": ["quota-exceeded"]}


def play(stage):
    space = Space(stage, booking("duration=86400 + 40"))
    space.scheduler.will(refused(left=12, wait=3600, auth="regular"))
    space.visit("a cat", user="ada")
    assert dict(space.scheduler.asked)["schedule"]["durationSeconds"] == "60", space.scheduler.asked
