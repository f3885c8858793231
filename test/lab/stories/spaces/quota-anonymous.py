"""A visitor without an account has used what the address had: in the browser, then from code without a token of one's own."""

from lab.apps import CALLER, booking
from lab.scheduler import refused
from lab.space import Space

ROOMS = ["spaces-0.28.3", "spaces-0.51.3"]
EXPECT = {"visitor": ["quota-exceeded"], "client": ["quota-exceeded"]}


def play(stage):
    space = Space(stage, booking())
    space.scheduler.will(*[refused(left=30, wait=79200)] * 2)
    space.visit("a cat", ip="203.0.113.7")
    space.call(CALLER, ip="203.0.113.7")
