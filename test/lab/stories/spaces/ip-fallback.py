"""The Hub could not attribute the visitor and says so in the token; the call counts by address and is refused."""

from lab.apps import booking
from lab.scheduler import refused
from lab.space import Space

ROOMS = ["spaces-0.51.3"]
EXPECT = {"visitor": ["ip-quota-fallback", "quota-exceeded"]}


def play(stage):
    space = Space(stage, booking())
    space.scheduler.will(refused(left=20, wait=40000))
    space.visit("a cat", error="InvalidRepoToken")
