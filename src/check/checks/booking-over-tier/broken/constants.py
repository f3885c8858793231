import os
from datetime import timedelta

import gradio as gr
from spaces import GPU as on_gpu

STEPS = 50
SECONDS = STEPS * 2 + 5
LIMIT = int(os.getenv("GPU_SECONDS", "240"))
heavy = on_gpu(duration=LIMIT)  # here


@on_gpu(duration=SECONDS)  # here
def draw(prompt):
    return prompt


@heavy
def film(prompt):
    return prompt


@on_gpu(duration=timedelta(minutes=3))  # here
def song(prompt):
    return prompt


with gr.Blocks() as demo:
    box = gr.Textbox()
    box.submit(draw, box, box).then(film, box, box).then(song, box, box)

demo.queue(max_size=20).launch()
