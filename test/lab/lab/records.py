"""Recordings: test/logs/STORY.log with its ids in STORY.expect, and recordings.json on how each was made."""

import json
import os
import sys
from datetime import date
from pathlib import Path

from .places import LOGS, RECORDINGS
from .rooms import Room
from .story import Story

#: The packages that a recording is about; those that the room has are named with their version.
NAMED = ("spaces", "gradio", "gradio-client", "huggingface-hub", "torch", "transformers", "uv", "pip")


def file_name(story: Story, kind: str) -> str:
    """The recording's name without its ending: the container's log has none after the story's title."""
    return story.title if kind == "log" else f"{story.title}-{kind}"


def versions(room: Room) -> dict[str, str]:
    """Name → version of what the recording is about."""
    found = {name: room.version(name) for name in NAMED}
    without_pip = {name: version for name, version in found.items() if version is not None and name != "pip"}
    return without_pip or {name: version for name, version in found.items() if version is not None}


def compare(story: Story, texts: dict[str, str]) -> dict[str, str]:
    """Kind → "new", "same" or "changed" against what is committed."""
    return {kind: _state(LOGS / f"{file_name(story, kind)}.log", text) for kind, text in texts.items()}


def write(story: Story, room: Room, texts: dict[str, str]) -> None:
    """Writes every recording of a story that went well, whole or not at all; an unchanged one keeps its date."""
    known = json.loads(RECORDINGS.read_text()) if RECORDINGS.exists() else {}
    for kind, text in texts.items():
        name = file_name(story, kind)
        made = {
            "story": f"{story.folder}/{story.name}",
            "says": story.says,
            "packages": versions(room),
            "python": f"{sys.version_info.major}.{sys.version_info.minor}.{sys.version_info.micro}",
            "standIns": story.stand_ins,
        }
        old = known.get(name, {})
        is_same = _state(LOGS / f"{name}.log", text) == "same" and old.get("packages") == made["packages"]
        known[name] = {**made, "date": old["date"] if is_same else date.today().isoformat()}
        _replace(LOGS / f"{name}.log", text)
        _replace(LOGS / f"{name}.expect", "".join(f"{id}\n" for id in story.expect[kind]))
    _replace(RECORDINGS, json.dumps(dict(sorted(known.items())), indent=2, ensure_ascii=False) + "\n")


def forget_gone(stories: list[Story]) -> None:
    """Removes the recordings that none of these stories, all there are, makes any more."""
    known = json.loads(RECORDINGS.read_text()) if RECORDINGS.exists() else {}
    made = {file_name(story, kind) for story in stories for kind in story.expect}
    for name in known.keys() - made:
        for ending in ("log", "expect"):
            (LOGS / f"{name}.{ending}").unlink(missing_ok=True)
    _replace(RECORDINGS, json.dumps({name: known[name] for name in sorted(known.keys() & made)}, indent=2, ensure_ascii=False) + "\n")


def _state(path: Path, text: str) -> str:
    if not path.exists():
        return "new"
    return "same" if path.read_text() == text else "changed"


def _replace(path: Path, text: str) -> None:
    half = path.with_name(f"{path.name}.half")
    half.write_text(text)
    os.replace(half, path)
