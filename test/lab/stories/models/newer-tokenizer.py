"""A tokenizer.json that a newer tokenizers wrote."""

ROOMS = ["snippets"]
EXPECT = {"log": ["tokenizer-too-new"]}

APP = """
import json
from pathlib import Path

from transformers import AutoTokenizer, PreTrainedTokenizerFast

Path("model").mkdir()
model = {"type": "WordPieceNext", "vocab": {"a": 0}, "unk_token": "a"}
Path("model/tokenizer.json").write_text(json.dumps({"version": "1.0", "added_tokens": [], "model": model}))
Path("model/tokenizer_config.json").write_text(json.dumps({"tokenizer_class": "PreTrainedTokenizerFast"}))
tokenizer = PreTrainedTokenizerFast.from_pretrained("model")
"""


def play(stage):
    stage.python(APP)
