"""The queue's stream breaks off, is tried again and breaks once more; then one that ends without a result."""

from lab.apps import booking
from lab.scheduler import queued
from lab.space import Space

ROOMS = ["spaces-0.51.3"]
EXPECT = {"log": ["queue-stream-broken"]}


def play(stage):
    space = Space(stage, booking('size="xlarge"'))
    space.scheduler.will(queued("ping", is_broken=True), queued("ping", is_broken=True))
    space.visit("a cat", user="ada", record=None)
    sizes = [asked.get("gpuSize") for path, asked in space.scheduler.asked if path == "schedule"]
    assert sizes == ["xlarge", None], f"the second try asks for another size: {sizes}"
    space.scheduler.will(queued("ping"))
    space.visit("a cat", user="ada", record=None)
