"""A wheel that was built on Windows and pushed into the repository."""

from lab.build import build, wheel

ROOMS = ["pip-23.2.1", "pip-26.3"]
EXPECT = {"build": ["wheel-not-supported"]}

def play(stage):
    wheel(stage, "nvdiffrast-0.3.3-cp311-cp311-win_amd64.whl")
    build(stage, "./wheels/nvdiffrast-0.3.3-cp311-cp311-win_amd64.whl")
