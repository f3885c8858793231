"""The index is not reached."""

from lab.build import build

ROOMS = ["pip-23.2.1", "pip-26.3"]
EXPECT = {"build": ["pypi-unreachable"]}
STAND_INS = ["the index is a port of this machine on which nobody listens"]

REQUIREMENTS = """
six==1.16.0
"""


def play(stage):
    build(stage, REQUIREMENTS, "--retries", "1", PIP_INDEX_URL="http://127.0.0.1:9/simple")
