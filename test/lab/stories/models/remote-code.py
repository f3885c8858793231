"""A repository with its own code, without trust_remote_code."""

ROOMS = ["snippets"]
EXPECT = {"log": ["trust-remote-code"]}

APP = """
import json
from pathlib import Path

from transformers import AutoModelForCausalLM

Path("model").mkdir()
auto = {"AutoConfig": "configuration_orbit.OrbitConfig", "AutoModelForCausalLM": "modeling_orbit.OrbitForCausalLM"}
Path("model/config.json").write_text(json.dumps({"model_type": "orbit4", "auto_map": auto}))
model = AutoModelForCausalLM.from_pretrained("model")
"""


def play(stage):
    stage.python(APP)
