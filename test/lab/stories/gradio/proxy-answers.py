"""A proxy stands between the app and itself, and answers 502."""

import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

from lab.space import Space

ROOMS = ["gradio-6.31.0", "gradio-5.49.1"]
EXPECT = {"log": ["localhost-not-accessible"]}

STAND_INS = ["a proxy that answers 502 to everything"]

APP = """
import gradio as gr

demo = gr.Interface(str.upper, "textbox", "textbox")
demo.launch()
"""


class Proxy(BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(502)
        self.end_headers()

    do_HEAD = do_POST = do_GET

    def log_message(self, *_):
        pass


def play(stage):
    server = HTTPServer(("127.0.0.1", 0), Proxy)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    stage.on_close(server.server_close)
    stage.on_close(server.shutdown)
    address = f"http://127.0.0.1:{server.server_address[1]}"
    Space(stage, APP, SPACES_ZERO_GPU="", HTTP_PROXY=address, http_proxy=address, NO_PROXY="", no_proxy="")
