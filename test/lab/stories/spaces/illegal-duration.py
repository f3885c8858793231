"""A call that no reset would ever let through: in the browser, then from code."""

from lab.apps import CALLER, booking
from lab.scheduler import refused
from lab.space import Space

ROOMS = ["spaces-0.28.3", "spaces-0.42.1", "spaces-0.50.2", "spaces-0.51.3"]
EXPECT = {"visitor": ["illegal-duration"], "client": ["illegal-duration"]}


def play(stage):
    space = Space(stage, booking("duration=600"))
    space.scheduler.will(*[refused(left=300, wait=-1, auth="regular", result="illegal-duration")] * 2)
    space.visit("a cat", user="ada")
    space.call(CALLER, user="ada")
