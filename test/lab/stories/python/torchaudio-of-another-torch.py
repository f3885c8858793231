"""torchaudio 2.8 belongs to torch 2.8, and torch 2.9.1 is installed."""

ROOMS = ["torchaudio-2.8.0"]
EXPECT = {"log": ["torchvision-mismatch"]}

APP = """
import torchaudio

print(torchaudio.functional.resample)
"""


def play(stage):
    stage.python(APP)
