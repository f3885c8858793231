"""A duration from a callable is multiplied like a number: 30 s become 45."""

from lab.apps import app
from lab.scheduler import refused
from lab.space import Space

ROOMS = ["spaces-0.51.3"]
EXPECT = {"visitor": ["quota-exceeded"]}

APP = app("""

def seconds(prompt, *args, **kwargs):
    return 30


@spaces.GPU(duration=seconds)
def generate(prompt):
    return prompt.upper()
""")


def play(stage):
    space = Space(stage, APP)
    space.scheduler.will(refused(left=12, wait=11520, auth="regular"))
    space.visit("a cat", user="ada")
    assert dict(space.scheduler.asked)["schedule"]["durationSeconds"] == "45"
