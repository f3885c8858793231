"""The call went well, and giving the GPU back fails: the result is lost."""

from lab.apps import DRIVERLESS, working
from lab.scheduler import status
from lab.space import Space

ROOMS = ["spaces-0.51.3"]
EXPECT = {"log": ["scheduler-api-error"]}
STAND_INS = [DRIVERLESS]

APP = working("return prompt.upper()")


def play(stage):
    space = Space(stage, APP)
    space.scheduler.will(status(500), to="release")
    space.visit("a cat", user="ada", record=None)
