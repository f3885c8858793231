import os

import gradio as gr
import spaces
from diffusers import DiffusionPipeline

ON_SPACES = "SPACE_ID" in os.environ or os.getenv("SYSTEM") == "spaces"
pipe = DiffusionPipeline.from_pretrained("stabilityai/sdxl-turbo").to("cuda") if ON_SPACES else None


@spaces.GPU(duration=60)
def draw(prompt, custom):
    global pipe
    if pipe is None:
        pipe = DiffusionPipeline.from_pretrained("stabilityai/sdxl-turbo").to("cuda")
    if custom:
        assert not ON_SPACES, "own models on your own machine only"
        pipe = DiffusionPipeline.from_pretrained(custom).to("cuda")
    return pipe(prompt).images[0]


gr.Interface(draw, ["text", "text"], "image").queue(max_size=20).launch()
