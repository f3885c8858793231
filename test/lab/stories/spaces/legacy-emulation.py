"""ZEROGPU_V2=false asks for the emulation of 2024, which the newest versions no longer carry along."""

from lab.apps import booking
from lab.space import Space

ROOMS = ["spaces-0.51.3"]
EXPECT = {"log": []}


def play(stage):
    Space(stage, booking(), ZEROGPU_V2="false")
