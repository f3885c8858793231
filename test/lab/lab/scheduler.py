"""A stand-in for ZeroGPU's scheduler: answers on loopback what the real one would, and refuses on request.

The real API is not public. What is imitated here is what the client in the `spaces` package reads of it: paths, status
codes, headers, the JSON of a refusal and the events of a queue. No sentence that a user sees is made here; all of them
are made by the package.
"""

import json
import threading
import time
from collections import defaultdict
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qsl, urlsplit

#: Events of a queue must arrive one by one: the client parses whatever one read brings as one event.
BETWEEN_EVENTS_S = 0.3

GPU = {"idle": False, "nvidiaIndex": 0, "nvidiaUUID": "GPU-lab", "allowToken": "lab"}


@dataclass(frozen=True)
class Answer:
    """One HTTP answer: status, JSON body, further headers, or a stream of server-sent events instead of the body."""

    status: int = 200
    body: object = None
    headers: dict[str, str] = field(default_factory=dict)
    events: tuple[str, ...] = ()
    is_broken: bool = False
    between_events_s: float = BETWEEN_EVENTS_S


def gpu(**changes: object) -> Answer:
    """A GPU is there: the call may run. `idle=True`: the worker of the last call may be used again."""
    return Answer(body={**GPU, **changes})


def refused(*, left: int, wait: float, auth: str | None = None, result: str | None = None) -> Answer:
    """429: `left` seconds are left, and in `wait` seconds it would be allowed (below 0: never; 0: runs limit)."""
    return Answer(status=429, body={"left": left, "wait": wait}, headers=_headers(auth, approve_result=result))


def queued(*events: str, auth: str | None = None, reason: str | None = None, **more: object) -> Answer:
    """A queue: its events in order, each `ping`, `failed` or `succeeded`; with `is_broken` it ends in the middle."""
    return Answer(events=events, headers=_headers(auth, queuing_reason=reason), **more)


def status(code: int) -> Answer:
    """A bare status: 503 no GPU, 401 expired token, 500 scheduler fault, 204 on release: the GPU was never used."""
    return Answer(status=code, body={"detail": "lab"})


def _headers(auth: str | None, **more: str | None) -> dict[str, str]:
    named = {"X-Authenticated": auth, **{f"X-{name.replace('_', '-').title()}": value for name, value in more.items()}}
    return {name: value for name, value in named.items() if value is not None}


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_: object) -> None:
        """A client that goes away in the middle is part of many stories."""


class Scheduler:
    """Listens on a free loopback port until it is closed; answers `gpu()` and 200 unless told otherwise."""

    def __init__(self) -> None:
        self._answers: dict[str, list[Answer]] = defaultdict(list)
        #: Every request: path and parameters, in order; for the story to look at.
        self.asked: list[tuple[str, dict[str, str]]] = []
        self._server = _Server(("127.0.0.1", 0), self._handler())
        self.port: int = self._server.server_address[1]
        threading.Thread(target=self._server.serve_forever, daemon=True).start()

    def will(self, *answers: Answer, to: str = "schedule") -> None:
        """The next answers to that path, in order; after them the usual one again."""
        self._answers[to].extend(answers)

    def close(self) -> None:
        """Stops listening."""
        self._server.shutdown()
        self._server.server_close()

    def _answer(self, path: str, parameters: dict[str, str]) -> Answer:
        self.asked.append((path, parameters))
        if self._answers[path]:
            return self._answers[path].pop(0)
        return gpu() if path == "schedule" else Answer(body=0 if path == "queue-size" else {})

    def _handler(scheduler) -> type[BaseHTTPRequestHandler]:  # noqa: N805 (the handler below has a self of its own)
        class Handler(BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_POST(self) -> None:
                self.rfile.read(int(self.headers.get("Content-Length") or 0))
                address = urlsplit(self.path)
                answer = scheduler._answer(address.path.strip("/"), dict(parse_qsl(address.query)))
                if answer.events or answer.is_broken:
                    self._stream(answer)
                else:
                    self._send(answer)

            do_GET = do_POST

            def _send(self, answer: Answer) -> None:
                body = b"" if answer.status == 204 else json.dumps(answer.body).encode()
                self._head(answer, {"Content-Type": "application/json", "Content-Length": str(len(body))})
                self.wfile.write(body)

            def _stream(self, answer: Answer) -> None:
                self._head(answer, {"Content-Type": "text/event-stream", "Transfer-Encoding": "chunked"})
                for event in answer.events:
                    self._chunk(f"event: {event}\n" + (f"data: {json.dumps(GPU)}\n" if event == "succeeded" else "") + "\n")
                    time.sleep(answer.between_events_s)
                if answer.is_broken:
                    self.close_connection = True
                else:
                    self._chunk("")

            def _chunk(self, text: str) -> None:
                self.wfile.write(f"{len(text.encode()):x}\r\n{text}\r\n".encode())
                self.wfile.flush()

            def _head(self, answer: Answer, headers: dict[str, str]) -> None:
                self.send_response(answer.status)
                for name, value in {**headers, **answer.headers}.items():
                    self.send_header(name, value)
                self.end_headers()

            def log_message(self, *_: object) -> None:
                """The story's recordings are its only log."""

        return Handler
