"""A stage: the empty folder in which one story is played, the processes it starts, and what they print."""

import os
import shutil
import subprocess
from pathlib import Path

from .neutral import neutral
from .places import STAGES, STAND_INS
from .rooms import Room
from .scheduler import Scheduler
from .trouble import Trouble

#: No story may hang: what has not ended by then is ended, and the recording says so.
LONGEST_COMMAND_S = 600

#: What a story must not inherit from this machine: settings of pip, tokens, caches, words about a Space or a terminal.
NOT_INHERITED = ("PIP_", "HF_", "GRADIO_", "SPACE", "ZERO", "PYTHON", "VIRTUAL_ENV", "NO_COLOR", "FORCE_COLOR", "CI")
#: … but for how the package index is reached at all.
INHERITED_ALL_THE_SAME = ("PIP_CERT", "PIP_INDEX_URL", "PIP_DEFAULT_TIMEOUT")


class Stage:
    """Handed to `play(stage)`: write files, run commands, start a Space, and add to the recordings by their kind."""

    def __init__(self, title: str, room: Room):
        self.room = room
        self.scheduler: Scheduler | None = None
        self.home = STAGES / title / "home" / "user"
        self.app = self.home / "app"
        self.ports: dict[str, int] = {}
        self._recordings: dict[str, list[str]] = {}
        self._closers: list = []
        shutil.rmtree(STAGES / title, ignore_errors=True)
        self.app.mkdir(parents=True)

    def write(self, name: str, text: str) -> Path:
        """A file in the story's folder, /home/user/app of the recording."""
        path = self.app / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text.lstrip("\n"))
        return path

    def environment(self, **more: str) -> dict[str, str]:
        """The variables for a process of the story: this machine's own are left out, HOME is the story's."""
        kept = {
            name: value
            for name, value in os.environ.items()
            if name in INHERITED_ALL_THE_SAME or not name.startswith(NOT_INHERITED)
        }
        search = os.pathsep.join([str(self.room.python.parent), kept.get("PATH", "")])
        return {**kept, "PATH": search, "HOME": str(self.home), "PYTHONUNBUFFERED": "1", "PYTHONPATH": str(STAND_INS),
                "PYTHONDONTWRITEBYTECODE": "1", "COLUMNS": "140", **more}

    def run(self, *command: str, record: str | None = "log", **variables: str) -> subprocess.CompletedProcess:
        """Runs a command in the story's folder to its end; what it prints (both streams) goes to that recording.

        `python` as the first word is the room's interpreter. `variables` are added to the environment.
        """
        words = [str(self.room.python), *command[1:]] if command[0] == "python" else list(command)
        try:
            ran = subprocess.run(words, cwd=self.app, env=self.environment(**variables), text=True, errors="replace",
                                 stdout=subprocess.PIPE, stderr=subprocess.STDOUT, timeout=LONGEST_COMMAND_S)
        except FileNotFoundError:
            raise Trouble(f"This story runs {words[0]}, which is not installed here.") from None
        except subprocess.TimeoutExpired:
            raise Trouble(f"{' '.join(command[:3])} … had not ended after {LONGEST_COMMAND_S} s.") from None
        if record is not None:
            self.record(record, ran.stdout)
        return ran

    def python(self, source: str, record: str | None = "log", name: str = "app.py", **variables: str) -> subprocess.CompletedProcess:
        """Writes the source as `name` and runs it with the room's Python."""
        self.write(name, source)
        return self.run("python", name, record=record, **variables)

    def record(self, kind: str, text: str) -> None:
        """Adds to the recording of that kind ("log", "client", "visitor", "build" …)."""
        self._recordings.setdefault(kind, []).append(text)

    def on_close(self, closer) -> None:
        """What must happen when the story ends, however it ends; last in, first out."""
        self._closers.append(closer)

    def close(self) -> None:
        """Ends every process and server of the story."""
        while self._closers:
            self._closers.pop()()

    def recordings(self) -> dict[str, str]:
        """Kind → text, with the neutral rule applied."""
        return {
            kind: neutral("\n".join(part.strip("\n") for part in parts if part.strip()), app=self.app, home=self.home,
                          packages=self.room.packages, app_port=self.ports.get("app"), api_port=self.ports.get("api"),
                          hub_port=self.ports.get("hub"))
            for kind, parts in self._recordings.items()
        }
