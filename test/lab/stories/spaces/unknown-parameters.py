"""Parameters that do not exist are taken without a word, and do nothing."""

from lab.apps import booking
from lab.space import Space

ROOMS = ["spaces-0.51.3"]
EXPECT = {}


def play(stage):
    space = Space(stage, booking('aoti=True, memory="40GB", timeout=300'))
    assert space.is_up
