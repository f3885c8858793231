"""A config.json of an architecture that this transformers does not know."""

ROOMS = ["snippets"]
EXPECT = {"log": ["architecture-unknown"]}

APP = """
import json
from pathlib import Path

from transformers import AutoModelForCausalLM

Path("model").mkdir()
Path("model/config.json").write_text(json.dumps({"model_type": "orbit4", "architectures": ["Orbit4ForCausalLM"]}))
model = AutoModelForCausalLM.from_pretrained("model")
"""


def play(stage):
    stage.python(APP)
