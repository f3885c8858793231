"""A repository that does not exist, or is private."""

import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

ROOMS = ["snippets"]
EXPECT = {"log": ["gated-model"]}
STAND_INS = ["a Hub on this machine that answers 401 to everything"]

APP = """
from transformers import AutoModel

model = AutoModel.from_pretrained("user/model")
"""


class Hub(BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(401)
        self.send_header("X-Error-Code", "RepoNotFound")
        self.send_header("X-Error-Message", "Repository not found")
        self.end_headers()
        self.wfile.write(b'{"error": "Repository not found"}')

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
