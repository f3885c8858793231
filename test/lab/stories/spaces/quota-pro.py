"""A PRO account with nothing left: in the browser, then from code, where credits are offered."""

from lab.apps import CALLER, booking
from lab.scheduler import refused
from lab.space import Space

ROOMS = ["spaces-0.42.1", "spaces-0.51.3"]
EXPECT = {"visitor": ["quota-exceeded"], "client": ["quota-exceeded"]}


def play(stage):
    space = Space(stage, booking("duration=120"))
    space.scheduler.will(*[refused(left=0, wait=93600, auth="pro")] * 2)
    space.visit("a cat", user="ada")
    space.call(CALLER, user="ada")
