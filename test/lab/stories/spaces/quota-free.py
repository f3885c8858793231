"""A visitor with a free account and 12 s left asks for a call that books more: in the browser, then from code."""

from lab.apps import CALLER, booking
from lab.scheduler import refused
from lab.space import Space

ROOMS = ["spaces-0.19.4", "spaces-0.28.3", "spaces-0.42.1", "spaces-0.48.3", "spaces-0.50.2", "spaces-0.51.3"]
SEEN = {"visitor": ["quota-exceeded"], "client": ["quota-exceeded"]}
#: Gradio 4 prints the traceback of every error; since Gradio 5 a refusal leaves nothing in the log.
EXPECT = {**{room: {"log": ["quota-exceeded"], **SEEN} for room in ROOMS[:2]}, "else": {"log": [], **SEEN}}


def play(stage):
    space = Space(stage, booking("duration=60"))
    space.scheduler.will(*[refused(left=12, wait=11520, auth="regular")] * 2)
    space.visit("a cat", user="ada")
    space.call(CALLER, user="ada")
