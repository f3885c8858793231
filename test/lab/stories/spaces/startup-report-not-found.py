"""The platform does not know the Space at start-up: 404, three times."""

from lab.apps import booking
from lab.scheduler import status
from lab.space import Space

ROOMS = ["spaces-0.51.3"]
EXPECT = {"log": ["zerogpu-init-failed"]}


def play(stage):
    space = Space(stage, booking(), will={"startup-report": [status(404)] * 3})
    assert not space.is_up
