"""The queue gives up: for a visitor without an account, with a free one, with PRO, and without any token."""

from lab.apps import booking
from lab.scheduler import queued
from lab.space import Space

ROOMS = ["spaces-0.28.3", "spaces-0.42.1", "spaces-0.51.3"]
TIMEOUT = {kind: ["queue-timeout"] for kind in ("visitor", "visitor-free", "visitor-pro", "visitor-no-token")}
EXPECT = {"spaces-0.28.3": {**TIMEOUT, "visitor-no-token": ["space-gpu-limit"]}, "else": TIMEOUT}


def play(stage):
    space = Space(stage, booking())
    for kind, auth, token in [("visitor", None, {"ip": "203.0.113.7"}), ("visitor-free", "regular", {"user": "ada"}),
                              ("visitor-pro", "pro", {"user": "ada"}), ("visitor-no-token", None, {})]:
        space.scheduler.will(queued("ping", "failed", auth=auth))
        space.visit("a cat", record=kind, **token)
