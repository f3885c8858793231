"""A file utils.py hides the folder utils/ that the app imports from."""

ROOMS = ["pip-26.3"]
EXPECT = {"log": ["own-module-missing"]}

APP = """
from utils.image_ops import letterbox

print(letterbox)
"""


def play(stage):
    stage.write("utils.py", "SIZE = 512\n")
    stage.python(APP)
