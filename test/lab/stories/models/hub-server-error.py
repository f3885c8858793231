"""The Hub answers 504."""

import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

ROOMS = ["snippets"]
EXPECT = {"log": ["hub-unreachable"]}
STAND_INS = ["a Hub on this machine that answers 504 to everything"]

APP = """
from transformers import AutoModel

model = AutoModel.from_pretrained("user/model")
"""


class Hub(BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(504)
        self.end_headers()
        self.wfile.write(b'<html>504 Gateway Time-out</html>')

    do_HEAD = do_POST = do_GET

    def log_message(self, *_):
        pass


def play(stage):
    server = HTTPServer(("127.0.0.1", 0), Hub)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    stage.on_close(server.server_close)
    stage.on_close(server.shutdown)
    stage.ports["hub"] = server.server_address[1]
    stage.python(APP, HF_ENDPOINT=f"http://127.0.0.1:{server.server_address[1]}", HF_HUB_DISABLE_TELEMETRY="1")
