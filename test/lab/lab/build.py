"""A Space's build as far as pip goes: requirements.txt, and the command that the platform runs with it."""

import os
from pathlib import Path

from .stage import Stage

#: What the build installs beside the requirements of a Space, with the versions that this laboratory knows.
PLATFORM = ("gradio[oauth]==6.31.0", "uvicorn>=0.14.0", "spaces==0.51.3")
#: Progress bars differ with each run; pip is told in the environment to say nothing of newer versions of itself.
QUIET = ("--no-cache-dir", "--progress-bar", "off")


def build(stage: Stage, requirements: str, *more: str, **variables: str) -> None:
    """Runs pip on the requirements as they stand; what it prints is the recording "build". Nothing is installed into the room."""
    stage.write("requirements.txt", requirements)
    stage.run("python", "-m", "pip", "install", *QUIET, "--target", "site", "-r", "requirements.txt", *more,
              record="build", PIP_DISABLE_PIP_VERSION_CHECK="1", PIP_ROOT_USER_ACTION="ignore", **variables)


def only(stage: Stage, *commands: str) -> str:
    """A PATH on which there are these commands of this machine and no others: a build image without compilers, without git."""
    folder = stage.home / "bin"
    folder.mkdir(exist_ok=True)
    for command in commands:
        found = next((Path(entry) / command for entry in os.environ["PATH"].split(os.pathsep) if (Path(entry) / command).exists()), None)
        if found is not None and not (folder / command).exists():
            (folder / command).symlink_to(found)
    return str(folder)


def wheel(stage: Stage, name: str) -> Path:
    """An empty file that is called like a wheel: pip reads the name before it opens the file."""
    path = stage.app / "wheels" / name
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(b"")
    return path
