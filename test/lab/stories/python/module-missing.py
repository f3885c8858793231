"""An app imports a package that requirements.txt does not list."""

ROOMS = ["pip-26.3"]
EXPECT = {"log": ["missing-module"]}

APP = """
import os

import cv2

picture = cv2.imread("in.png")
"""


def play(stage):
    stage.python(APP)
