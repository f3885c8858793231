"""requirements.txt pins spaces of 2024, and the newest supported torch is there: the import fails."""

from lab.apps import booking
from lab.space import Space

ROOMS = ["spaces-0.28.3-on-torch"]
EXPECT = {"log": ["torch-symbol-missing"]}


def play(stage):
    assert not Space(stage, booking()).is_up
