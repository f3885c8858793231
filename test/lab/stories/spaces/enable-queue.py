"""The parameter `enable_queue` of 2023 is still there."""

from lab.apps import booking
from lab.space import Space

ROOMS = ["spaces-0.51.3"]
EXPECT = {"log": ["enable-queue-ignored"]}


def play(stage):
    assert Space(stage, booking("enable_queue=True")).is_up
