"""The decorated function never touched the GPU: the scheduler answers the release with 204."""

from lab.apps import DRIVERLESS, working
from lab.scheduler import status
from lab.space import Space

ROOMS = ["spaces-0.51.3"]
EXPECT = {"log": ["gpu-not-used"], "visitor": ["gpu-not-used"]}
STAND_INS = [DRIVERLESS]

APP = working("return prompt.upper()")


def play(stage):
    space = Space(stage, APP)
    space.scheduler.will(status(204), to="release")
    space.visit("a cat", user="ada")
