"""A package that was compiled for NumPy 1 is imported under NumPy 2."""

ROOMS = ["numpy-2.4.6"]
EXPECT = {"log": ["numpy2-break"]}

APP = """
import bottleneck

print(bottleneck.nanmean([1.0, 2.0]))
"""


def play(stage):
    stage.python(APP)
