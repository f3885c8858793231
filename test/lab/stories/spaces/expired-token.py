"""The visitor's token is older than the scheduler accepts: 401."""

from lab.apps import booking
from lab.scheduler import status
from lab.space import Space

ROOMS = ["spaces-0.28.3", "spaces-0.51.3"]
EXPECT = {
    "spaces-0.28.3": {"log": ["scheduler-api-error"]},
    "else": {"visitor": ["proxy-token-expired"]},
}


def play(stage):
    space = Space(stage, booking())
    space.scheduler.will(status(401))
    space.visit("a cat", user="ada")
