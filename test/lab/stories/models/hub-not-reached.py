"""The Hub is not reached."""

ROOMS = ["snippets"]
EXPECT = {"log": ["hub-unreachable"]}
STAND_INS = ["the Hub is a port of this machine on which nobody listens"]

APP = """
from transformers import AutoModel

model = AutoModel.from_pretrained("user/model")
"""


def play(stage):
    stage.ports["hub"] = 9
    stage.python(APP, HF_ENDPOINT="http://127.0.0.1:9")
