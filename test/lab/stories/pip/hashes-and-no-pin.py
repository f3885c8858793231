"""One line with a hash: from then on every line must have one."""

from lab.build import build

ROOMS = ["pip-23.2.1", "pip-26.3"]
EXPECT = {"build": ["requirements-invalid"]}

REQUIREMENTS = """
six==1.16.0 --hash=sha256:8abb2f1d86890a2dfb989f9a77cfcfd3e47c2a354b01111771326f8aa26e0254
idna
"""


def play(stage):
    build(stage, REQUIREMENTS)
