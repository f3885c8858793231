"""Code of before NumPy 2 uses a name that NumPy 2 has dropped."""

ROOMS = ["numpy-2.4.6"]
EXPECT = {"log": ["numpy2-break"]}

APP = """
import numpy as np

scores = np.float_(0.5)
"""


def play(stage):
    stage.python(APP)
