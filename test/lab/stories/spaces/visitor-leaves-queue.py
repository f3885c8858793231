"""The visitor closes the page while the call waits for a GPU."""

from lab.apps import booking
from lab.scheduler import queued
from lab.space import Space

ROOMS = ["spaces-0.51.3"]
EXPECT = {"log": ["visitor-disconnected"]}


def play(stage):
    space = Space(stage, booking())
    space.scheduler.will(queued(*["ping"] * 40, "succeeded", reason="node"))
    space.visitor(user="ada").click("a cat", leave_after=3)
    space.wait_for("Connection closed", within=20)
