"""A model name with one part, and one that is no repository."""

ROOMS = ["snippets"]
EXPECT = {"log": []}

APP = """
from transformers import AutoModel

model = AutoModel.from_pretrained("orbit")
"""


def play(stage):
    stage.python(APP, HF_ENDPOINT="http://127.0.0.1:9", HF_HUB_OFFLINE="1")
