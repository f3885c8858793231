"""The scheduler had already taken the GPU back when the call ended: 404 on release, a warning, and the result arrives."""

from lab.apps import DRIVERLESS, working
from lab.scheduler import status
from lab.space import Space

ROOMS = ["spaces-0.51.3"]
EXPECT = {"log": []}
STAND_INS = [DRIVERLESS]


def play(stage):
    space = Space(stage, working("return prompt.upper()"))
    space.scheduler.will(status(404), to="release")
    assert space.visit("a cat", user="ada") == ['-> ["A CAT"]']
