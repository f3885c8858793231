"""The number of runs of the day is used up, which the scheduler tells by a wait of zero."""

from lab.apps import CALLER, booking
from lab.scheduler import refused
from lab.space import Space

ROOMS = ["spaces-0.42.1", "spaces-0.50.2", "spaces-0.51.3"]
EXPECT = {
    "spaces-0.51.3": {"visitor": ["runs-limit"], "client": ["runs-limit"]},
    "else": {"visitor": ["quota-exceeded"], "client": ["quota-exceeded"]},
}


def play(stage):
    space = Space(stage, booking())
    space.scheduler.will(*[refused(left=0, wait=0, auth="regular", result="runs-exceeded")] * 2)
    space.visit("a cat", user="ada")
    space.call(CALLER, user="ada")
