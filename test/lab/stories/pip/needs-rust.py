"""An old tokenizers without a wheel for this Python, on an image without Rust."""

from lab.build import build, only

ROOMS = ["pip-23.2.1", "pip-26.3"]
EXPECT = {"build": ["sdist-build-failed"]}
STAND_INS = ["the image has no Rust: cargo and rustc are left out of PATH"]

REQUIREMENTS = """
tokenizers==0.10.3
"""


def play(stage):
    build(stage, REQUIREMENTS, PATH=only(stage, "gcc", "cc", "ld", "as"))
