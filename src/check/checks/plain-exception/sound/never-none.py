import os

import gradio as gr
import spaces
from transformers import AutoModel

model = AutoModel.from_pretrained("a/b").to("cuda")
where = os.getenv("SPACE_ID")


@spaces.GPU(duration=20)
def answer(text):
    if model is None:
        raise RuntimeError("not loaded")
    if where is None:
        raise RuntimeError("not on a Space")
    return model(text)


gr.Interface(answer, "text", "text").queue(max_size=20).launch()
