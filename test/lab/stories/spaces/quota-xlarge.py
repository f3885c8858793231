"""The same 60 s as xlarge: the message shows the double, also on hardware whose large bookings are multiplied."""

from lab.apps import booking
from lab.scheduler import refused
from lab.space import Space

ROOMS = ["spaces-0.48.3", "spaces-0.50.2", "spaces-0.51.3"]
EXPECT = {"visitor": ["quota-exceeded"]}


def play(stage):
    space = Space(stage, booking('duration=60, size="xlarge"'))
    space.scheduler.will(refused(left=100, wait=3600, auth="regular"))
    space.visit("a cat", user="ada")
    asked = dict(space.scheduler.asked)["schedule"]
    assert asked["durationSeconds"] == "60" and asked["gpuSize"] == "xlarge", asked
