"""A gated model whose terms the owner of the token has not accepted."""

import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

ROOMS = ["snippets"]
EXPECT = {"log": ["gated-model"]}
STAND_INS = ["a Hub on this machine that answers 403 to everything"]

MESSAGE = (
    "Access to model user/model is restricted and you are not in the authorized list. "
    "Visit https://huggingface.co/user/model to ask for access."
)

APP = """
from transformers import AutoModel

model = AutoModel.from_pretrained("user/model")
"""


class Hub(BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(403)
        self.send_header("X-Error-Code", "GatedRepo")
        self.send_header("X-Error-Message", MESSAGE)
        self.end_headers()
        self.wfile.write(b'{"error": "Access to model user/model is restricted."}')

    do_HEAD = do_POST = do_GET

    def log_message(self, *_):
        pass


def play(stage):
    server = HTTPServer(("127.0.0.1", 0), Hub)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    stage.on_close(server.server_close)
    stage.on_close(server.shutdown)
    stage.ports["hub"] = server.server_address[1]
    stage.python(APP, HF_ENDPOINT=f"http://127.0.0.1:{server.server_address[1]}", HF_HUB_DISABLE_TELEMETRY="1", HF_TOKEN="a token")
