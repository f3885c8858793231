"""A visitor's browser, as far as messages go: one event of a Gradio app over HTTP, and the toasts that it would show."""

import json
import urllib.request
from collections.abc import Iterator

#: A call may wait for a queue and a run; a story that takes longer has hung.
LONGEST_EVENT_S = 180
SESSION = "lab"


class Visitor:
    """Speaks Gradio 4, 5 and 6; sends what the Hub's proxy and Gradio's own page add to a request."""

    def __init__(self, address: str, token: str | None):
        self._address = address
        self._headers = {"Content-Type": "application/json", "x-gradio-user": "app"}
        if token is not None:
            self._headers["x-ip-token"] = token
        with self._open("/config") as answer:
            self._config = json.load(answer)
        self._prefix = self._config.get("api_prefix", "")

    def click(self, *inputs: object, api: str = "run", leave_after: int | None = None, event_data: object = None) -> list[str]:
        """Sends one event; out: title and text of each toast, last the error or `-> value`.

        `leave_after`: closes the page after that many messages of the app's stream. `event_data`: what a `select` event
        carries.
        """
        number = next(index for index, event in enumerate(self._config["dependencies"]) if event.get("api_name") == api)
        event = {"data": list(inputs), "fn_index": number, "session_hash": SESSION, "event_data": event_data}
        with self._open(f"{self._prefix}/queue/join", event):
            pass
        toasts: list[str] = []
        for seen, message in enumerate(self._messages()):
            toasts += _toast(message)
            if message["msg"] == "process_completed" or (leave_after is not None and seen + 1 >= leave_after):
                break
        return toasts

    def _messages(self) -> Iterator[dict]:
        with self._open(f"{self._prefix}/queue/data?session_hash={SESSION}") as stream:
            for line in stream:
                if line.startswith(b"data:"):
                    yield json.loads(line[5:])

    def _open(self, path: str, body: object = None):
        data = None if body is None else json.dumps(body).encode()
        request = urllib.request.Request(self._address + path, data=data, headers=self._headers)
        return urllib.request.urlopen(request, timeout=LONGEST_EVENT_S)


def _toast(message: dict) -> list[str]:
    """A message of the stream as the page shows it: the title in its own line, then the text."""
    if message["msg"] == "log":
        return [*_title(message), message["log"]]
    if message["msg"] == "process_completed":
        output = message.get("output") or {}
        if not message.get("success", True):
            return [*(_title(output) or ["Error"]), str(output.get("error"))]
        return [f"-> {json.dumps(output.get('data'), ensure_ascii=False)}"]
    return []


def _title(message: dict) -> list[str]:
    return [message["title"]] if message.get("title") else []
