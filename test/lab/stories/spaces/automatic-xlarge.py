"""The packed weights are above the threshold and `size=` is absent: 0.50 asks for xlarge, 0.51 only drops the factor."""

from lab.apps import app
from lab.scheduler import refused
from lab.space import Space

ROOMS = ["spaces-0.50.2", "spaces-0.51.3"]
EXPECT = {"visitor": ["quota-exceeded"]}
STAND_INS = ["the threshold: 1 kB instead of 42 GiB of packed weights"]

APP = app("""
import torch
from spaces.zero.config import get_config

get_config()["xlarge_threshold"] = 1000
weights = torch.ones(1000).to("cuda")


@spaces.GPU(duration=60)
def generate(prompt):
    return prompt.upper()
""")


def play(stage):
    space = Space(stage, APP)
    space.scheduler.will(refused(left=12, wait=3600, auth="regular"))
    space.visit("a cat", user="ada")
    asked = dict(space.scheduler.asked)["schedule"]
    size = {"spaces-0.50.2": "xlarge", "spaces-0.51.3": None}[stage.room.name]
    assert (asked["durationSeconds"], asked.get("gpuSize")) == ("60", size), asked
