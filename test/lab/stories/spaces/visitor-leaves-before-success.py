"""The visitor closes the page while waiting, and the next thing that the queue says is that a GPU is free."""

from lab.apps import booking
from lab.scheduler import queued
from lab.space import Space

ROOMS = ["spaces-0.51.3"]
EXPECT = {"log": ["visitor-disconnected"]}


def play(stage):
    space = Space(stage, booking())
    space.scheduler.will(queued("ping", "succeeded", reason="node", between_events_s=6))
    space.visitor(user="ada").click("a cat", leave_after=3)
    space.wait_for("Connection closed", within=20)
    assert space.scheduler.asked[-1][0] == "release", space.scheduler.asked
