"""A large file to an app that is slow to take it, with the default time-out."""

from lab.space import Space

ROOMS = ["gradio-6.31.0"]
EXPECT = {"client": ["client-timeout"]}

APP = """
import time

import gradio as gr


class Slow:
    def __init__(self, app):
        self.app = app

    async def __call__(self, scope, receive, send):
        if scope["type"] == "http" and scope["path"].endswith("/upload"):
            time.sleep(8)
        await self.app(scope, receive, send)


def run(path):
    return path


demo = gr.Interface(run, gr.File(), "textbox", api_name="run")
app, _, _ = demo.launch(prevent_thread_lock=True)
app.build_middleware_stack = lambda build=app.build_middleware_stack: Slow(build())
app.middleware_stack = None
demo.block_thread()
"""
CALLER = """
from gradio_client import Client

from gradio_client import handle_file

open("large.bin", "wb").write(bytes(1_000_000))
client = Client("SPACE")
print(client.predict(handle_file("large.bin"), api_name="/run"))
"""


def play(stage):
    space = Space(stage, APP, SPACES_ZERO_GPU="")
    space.call(CALLER)
