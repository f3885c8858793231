"""The scheduler answers 500: a plain error, so that the visitor sees none of its text."""

from lab.apps import CALLER, booking
from lab.scheduler import status
from lab.space import Space

ROOMS = ["spaces-0.51.3"]
EXPECT = {"log": ["scheduler-api-error"], "client": ["error-hidden"]}


def play(stage):
    space = Space(stage, booking())
    space.scheduler.will(status(500), status(500))
    space.visit("a cat", user="ada", record=None)
    space.call(CALLER, user="ada")
