"""The app is mounted in FastAPI and served by uvicorn, without `launch()`: no start-up report, and its log stays healthy."""

from lab.space import Space

ROOMS = ["spaces-0.51.3"]
EXPECT = {}

APP = """
import os

import gradio as gr
import spaces
import uvicorn
from fastapi import FastAPI


@spaces.GPU
def generate(prompt):
    return prompt.upper()


demo = gr.Interface(generate, "textbox", "textbox")
app = gr.mount_gradio_app(FastAPI(), demo, path="/")
uvicorn.run(app, port=int(os.environ["GRADIO_SERVER_PORT"]))
"""


def play(stage):
    space = Space(stage, APP)
    assert space.is_up and space.scheduler.asked == [], space.scheduler.asked
