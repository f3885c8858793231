"""One snippet in a process of its own: its lines are run, then every decorated function is called across a boundary."""

import inspect
import os
import re
import signal
import sys
import tempfile
import time
import traceback
import wave
from contextlib import ExitStack
from pathlib import Path
from types import ModuleType
from unittest.mock import patch

import gradio
import imageio.v3
import numpy
import spaces
import torch
from PIL import Image
from safetensors.torch import save_file

from . import card, compiling, names, outside
from .anything import Anything
from .boundary import Called
from .fences import Snippet
from .stand_ins import Prelude

#: A snippet that needs longer has hung; the longest takes a few seconds.
LONGEST_S = 60
#: So many values of a generator are taken; a stream of a page may never end.
LONGEST_STREAM = 4
REPOSITORY = re.compile(r"""["']([A-Za-z][\w.-]{1,40}/[\w.-]{1,40})["']""")
VARIABLE = re.compile(r"""os\.environ\[["'](\w{1,40})["']\]""")
PICTURES = (".png", ".webp", ".jpg")


def run(snippet: Snippet, prelude: Prelude) -> str | None:
    """Runs it in a fork of this process. Out: what went wrong, in one line, or None."""
    read, write = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(read)
        _silence()
        os.write(write, _tried(snippet, prelude).encode()[:4000])
        os._exit(0)
    os.close(write)
    deadline = time.monotonic() + LONGEST_S
    while os.waitpid(child, os.WNOHANG) == (0, 0):
        if time.monotonic() > deadline:
            os.kill(child, signal.SIGKILL)
            os.waitpid(child, 0)
            os.close(read)
            return f"had not ended after {LONGEST_S} s"
        time.sleep(0.01)
    with os.fdopen(read) as pipe:
        return pipe.read() or None


def _silence() -> None:
    """What a snippet prints is not asked for, whoever prints it: loggers keep the streams of their first day."""
    null = os.open(os.devnull, os.O_WRONLY)
    for stream in (1, 2):
        os.dup2(null, stream)


def _tried(snippet: Snippet, prelude: Prelude) -> str:
    try:
        with tempfile.TemporaryDirectory() as folder, ExitStack() as stack:
            os.chdir(folder)
            _perform(snippet, prelude, stack)
            os.chdir("/")
        return ""
    except BaseException as error:  # SystemExit too: a snippet must not end its reader's program
        where = [frame.lineno for frame in traceback.extract_tb(error.__traceback__) if frame.filename == snippet.place]
        return f"line {where[0] if where else '?'}: {type(error).__name__}: {(str(error).strip().splitlines() or [''])[0]}"


def _perform(snippet: Snippet, prelude: Prelude, stack: ExitStack) -> None:
    _furnish(snippet.code, prelude)
    for name in snippet.own:
        parts = name.split(".")
        sys.modules.update({own: OwnModule(own) for own in (".".join(parts[:end]) for end in range(1, len(parts) + 1))})
    stack.enter_context(card.install())
    called = Called()
    replaced = {"GPU": called.stand_in(spaces.GPU), **compiling.stand_ins()}
    for patched in (*outside.patches(prelude.folder), *(patch.object(spaces, name, value) for name, value in replaced.items())):
        stack.enter_context(patched)
    wanted = names.presupposed(snippet.code)
    usual = {name: names.usual(name) for name in wanted if name in names.USUAL}
    space = {"__name__": "__main__", "__file__": "app.py", **usual, **prelude.values(wanted - usual.keys(), snippet.code)}
    with gradio.Blocks():
        exec(compile(snippet.code, snippet.place, "exec"), space)
    for function, task in called.functions:
        if inspect.isfunction(task) and inspect.unwrap(task).__code__.co_filename == snippet.place:
            _call(function, prelude, snippet.code)


class OwnModule(ModuleType):
    """A module of the reader's app: it has whatever is asked of it."""

    __path__: list[str] = []

    def __getattr__(self, name: str) -> Anything:
        if name.startswith("__"):
            raise AttributeError(name)
        return Anything()


def _furnish(code: str, prelude: Prelude) -> None:
    """The folder has what a snippet opens: a repository under every name, weights, a README, a short sound."""
    for name in set(REPOSITORY.findall(code)):
        Path(name).parent.mkdir(parents=True, exist_ok=True)
        if name.endswith(PICTURES):
            Image.new("RGB", (8, 8)).save(name)
        else:
            Path(name).symlink_to(prelude.repository)
    for path in ("model.pt", "model.ckpt"):
        torch.save(prelude.weights(), path)
    for path in ("model.safetensors", "adapter.safetensors"):
        save_file({"weight": torch.zeros(2)}, path)
    for path in ("sound.wav", "in.wav"):
        with wave.open(path, "wb") as sound:
            sound.setparams((1, 2, 8000, 8000, "NONE", "not compressed"))
            sound.writeframes(bytes(16000))
    if '"clip.mp4"' in code:
        imageio.v3.imwrite("clip.mp4", numpy.zeros((2, 16, 16, 3), "uint8"), codec="libx264", fps=1, plugin="pyav")
    Image.new("RGB", (8, 8)).save("in.png")
    Path("assets").mkdir(exist_ok=True)
    os.environ |= {name: "a token" for name in VARIABLE.findall(code)} | {"HF_TOKEN": "a token", "REPO": "user/model"}


def _call(function, prelude: Prelude, code: str) -> None:
    parameters = [parameter for parameter in inspect.signature(function).parameters.values()
                  if parameter.kind in (parameter.POSITIONAL_ONLY, parameter.POSITIONAL_OR_KEYWORD)]
    result = function(*(prelude.argument(parameter.name, parameter.default, code) for parameter in parameters))
    if inspect.isgenerator(result):
        for _, _ in zip(range(LONGEST_STREAM), result):
            pass
