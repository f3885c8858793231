from functools import lru_cache

import whisper
from diffusers import DiffusionPipeline


@lru_cache(maxsize=1)
def load(name):
    return DiffusionPipeline.from_pretrained(name)  # here


def pipeline_for(prompt):
    whisper.load_model("turbo")  # here
    return load("stabilityai/sdxl-turbo")(prompt)
