"""An app writes its result to a disk on which nothing is left."""

ROOMS = ["pip-26.3"]
EXPECT = {"log": ["disk-full"]}
STAND_INS = ["the full disk: /dev/full, for which the kernel answers what it answers for a full disk"]

APP = """
import shutil


def save(source, target):
    shutil.copyfile(source, target)


save("/etc/os-release", "/dev/full")
"""


def play(stage):
    stage.python(APP)
