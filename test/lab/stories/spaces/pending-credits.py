"""Running calls hold the credits that this one would need."""

from lab.apps import CALLER, booking
from lab.scheduler import refused
from lab.space import Space

ROOMS = ["spaces-0.51.3"]
EXPECT = {"visitor": ["pending-credits"], "client": ["pending-credits"]}


def play(stage):
    space = Space(stage, booking())
    space.scheduler.will(*[refused(left=0, wait=60, auth="pro", result="pending-overquota-exceeded")] * 2)
    space.visit("a cat", user="ada")
    space.call(CALLER, user="ada")
