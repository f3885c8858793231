"""A Space in ZeroGPU mode: app.py as a real process, with the variables that the platform sets, and ways to call it."""

import base64
import json
import os
import re
import signal
import socket
import subprocess
import time
import urllib.error
import urllib.request
from contextlib import suppress

from .scheduler import Answer, Scheduler
from .stage import Stage
from .trouble import Trouble
from .visitor import Visitor

#: Importing torch and Gradio takes a while on two cores.
STARTS_WITHIN_S = 120
#: What `launch()` prints last, a moment after the app answers; an app that is served without it does not.
LAST_WORDS = "public link"
SAYS_THEM_WITHIN_S = 2
LISTENS = re.compile(r"Running on local URL: {1,4}http://[\w.]{1,40}:(\d{1,5})")
#: Between two looks at a process or a port.
LOOK_AGAIN_S = 0.2

#: What ZeroGPU runs on since May 2026, as the driver names it; and what it ran on before.
BLACKWELL = "NVIDIA RTX PRO 6000 Blackwell Server Edition"
HOPPER = "NVIDIA H200"

#: What the platform sets on a ZeroGPU Space and the package or Gradio reads; nothing calls home from here.
PLATFORM = {
    "SPACES_ZERO_GPU": "true",
    "GRADIO_CACHE_EXAMPLES": "true",
    "GRADIO_CACHE_MODE": "lazy",
    "GRADIO_SSR_MODE": "false",
    "GRADIO_ANALYTICS_ENABLED": "False",
    "HF_HUB_DISABLE_TELEMETRY": "1",
}


def proxy_token(**payload: object) -> str:
    """An X-IP-Token as the Hub's proxy adds it: the package reads its payload (`user`, `error`), nobody checks it here."""
    parts = ({"alg": "none"}, payload)
    return ".".join([*(base64.urlsafe_b64encode(json.dumps(part).encode()).decode().rstrip("=") for part in parts), "lab"])


class Space:
    """Started by `Space(stage, source)`; ends with the story. `is_up` is False where it died at start-up.

    `node` is the hardware that the driver's folder in /proc names; `will` are answers to calls at start-up, by path;
    `variables` are added to the environment.
    """

    def __init__(self, stage: Stage, source: str, node: str = BLACKWELL, will: dict[str, list[Answer]] | None = None, **variables: str):
        self.stage = stage
        self.scheduler = Scheduler()
        for path, answers in (will or {}).items():
            self.scheduler.will(*answers, to=path)
        stage.on_close(self.scheduler.close)
        self.port = _free_port()
        stage.ports.update(app=self.port, api=self.scheduler.port)
        stage.write("app.py", source)
        self._log = (stage.home / "container.log").open("w+", errors="replace")
        self._process = subprocess.Popen(
            [str(stage.room.python), "app.py"], cwd=stage.app, stdout=self._log, stderr=subprocess.STDOUT,
            env=stage.environment(**{**PLATFORM, **self._addresses(), "LAB_NODE": node, **variables}), start_new_session=True)
        stage.on_close(self.end)
        self.is_up = self._wait()

    def log(self) -> str:
        """What the container has printed so far."""
        self._log.flush()
        self._log.seek(0)
        return self._log.read()

    def visitor(self, **token: object) -> Visitor:
        """Somebody in a browser; `user=`, `error=` fill the token that the Hub's proxy adds. None given: no token."""
        if not self.is_up:
            raise RuntimeError(f"The app died at start-up: {self.log()[-1500:]}")
        return Visitor(f"http://127.0.0.1:{self.port}", proxy_token(**token) if token else None)

    def visit(self, *inputs: object, api: str = "run", record: str | None = "visitor", **token: object) -> list[str]:
        """One click in the browser, to its end; the toasts that the visitor sees go to the recording and are returned."""
        toasts = self.visitor(**token).click(*inputs, api=api)
        if record is not None and toasts:
            self.stage.record(record, "\n".join(toasts))
        return toasts

    def call(self, source: str, record: str = "client", **token: object) -> None:
        """Runs a caller's script with the room's Python; in it SPACE is this Space's address, TOKEN what the proxy adds."""
        source = source.replace("SPACE", f"http://127.0.0.1:{self.port}").replace("TOKEN", proxy_token(**token))
        self.stage.python(source, record=record, name="caller.py")

    def wait_for(self, text: str, within: float = 60) -> bool:
        """Waits until the container's log holds the text; whether it came in time."""
        ends = time.monotonic() + within
        while text not in self.log():
            if time.monotonic() > ends:
                return False
            time.sleep(LOOK_AGAIN_S)
        return True

    def end(self) -> None:
        """Ends the app with all its workers and takes its log into the recording."""
        if self._log.closed:
            return
        with suppress(ProcessLookupError):
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()
        self.stage.record("log", self.log())
        self._log.close()

    def _addresses(self) -> dict[str, str]:
        return {
            "SPACES_ZERO_DEVICE_API_URL": f"http://127.0.0.1:{self.scheduler.port}",
            "GRADIO_SERVER_PORT": str(self.port),
        }

    def _is_elsewhere(self) -> bool:
        """Whether Gradio found its port taken and went on to the next one."""
        told = LISTENS.search(self.log())
        return told is not None and int(told[1]) != self.port

    def _wait(self) -> bool:
        ends = time.monotonic() + STARTS_WITHIN_S
        while time.monotonic() < ends:
            if "Cannot find empty port" in self.log() or self._is_elsewhere():
                raise Trouble(f"Port {self.port} was taken while the story started: run it again.")
            if self._process.poll() is not None:
                return False
            try:
                urllib.request.urlopen(f"http://127.0.0.1:{self.port}/config", timeout=2).close()
                self.wait_for(LAST_WORDS, within=SAYS_THEM_WITHIN_S)
                return True
            except (urllib.error.URLError, OSError):
                time.sleep(LOOK_AGAIN_S)
        raise Trouble(f"The app had not started after {STARTS_WITHIN_S} s; its log: {self.log()[-300:]!r}.")


def _free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]
