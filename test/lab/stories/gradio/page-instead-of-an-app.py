"""A caller gets the page "your Space is in error, check its status" instead of the app."""

from lab.space import Space

ROOMS = ["gradio-6.31.0", "gradio-5.49.1", "gradio-4.44.1"]
EXPECT = {"client": ["space-not-running"]}

APP = """
import os
from http.server import BaseHTTPRequestHandler, HTTPServer


class Page(BaseHTTPRequestHandler):
    def do_GET(self):
        is_probe = "urllib" in self.headers["User-Agent"]
        self.send_response(200 if is_probe else 503)
        self.end_headers()
        self.wfile.write(b"<h1>Your space is in error, check its status on hf.co</h1>")

    do_HEAD = do_GET

    def log_message(self, *_):
        pass


HTTPServer(("127.0.0.1", int(os.environ["GRADIO_SERVER_PORT"])), Page).serve_forever()
"""
STAND_INS = ["the platform's page for a Space in error"]
CALLER = """
from gradio_client import Client

client = Client("SPACE")
"""


def play(stage):
    space = Space(stage, APP, SPACES_ZERO_GPU="")
    space.call(CALLER)
