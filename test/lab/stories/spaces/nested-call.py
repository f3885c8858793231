"""One decorated function calls another: the inner call runs in the same worker, without a second booking."""

from lab.apps import DRIVERLESS, working
from lab.space import Space

ROOMS = ["spaces-0.51.3"]
EXPECT = {}
STAND_INS = [DRIVERLESS]

APP = working("""
return upscale(prompt)
""", head="""


@spaces.GPU
def upscale(prompt):
    return prompt * 2
""")


def play(stage):
    space = Space(stage, APP)
    assert space.visit("a cat", user="ada") == ['-> ["a cata cat"]']
    assert [path for path, _ in space.scheduler.asked].count("schedule") == 1, space.scheduler.asked
