"""Stories: found below stories/ROOM/NAME.py, each a module with ROOMS, EXPECT and play(stage)."""

import importlib.util
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

from .places import STORIES
from .trouble import Trouble


@dataclass(frozen=True)
class Story:
    """One story in one room: what happens, and the ids that each of its recordings must be recognised as."""

    folder: str
    name: str
    room: str
    #: Kind of recording ("log", "client", "visitor" …) → ids, the most important first; none: must stay silent.
    expect: dict[str, list[str]]
    #: What it replaces by a stand-in, in words; empty where everything is real.
    stand_ins: list[str]
    says: str
    play: Callable
    is_alone: bool
    #: Played only where there is a card; elsewhere its recording stands as it is.
    needs_card: bool = False

    @property
    def title(self) -> str:
        """Folder, name and, where a story is played in several rooms, the room's version."""
        title = f"{self.folder}-{self.name}"
        return title if self.is_alone else f"{title}-{self.room.rsplit('-', 1)[-1]}"


def find_stories(wanted: list[str]) -> list[Story]:
    """All stories, or those whose title, file, folder or room is among `wanted`. Trouble: a name that fits nothing."""
    every = [story for path in sorted(STORIES.glob("*/*.py")) for story in _read(path)]
    for name in wanted:
        if not any(_is_named(story, name) for story in every):
            raise Trouble(f"No story is called {name}; `npm run lab -- --list` tells all.")
    return [story for story in every if not wanted or any(_is_named(story, name) for name in wanted)]


def _is_named(story: Story, name: str) -> bool:
    short = story.title.removeprefix(f"{story.folder}-")
    return name in (story.title, short, story.name, story.folder, story.room, f"{story.folder}/{story.name}")


def _read(path: Path) -> list[Story]:
    module = _load(path)
    missing = [name for name in ("ROOMS", "EXPECT", "play") if not hasattr(module, name)]
    if missing or not module.__doc__:
        raise Trouble(f"{path.relative_to(STORIES)} lacks {', '.join(missing) or 'a sentence on what happens'}.")
    return [
        Story(
            folder=path.parent.name,
            name=path.stem,
            room=room,
            expect=module.EXPECT.get(room, module.EXPECT.get("else", module.EXPECT)),
            stand_ins=getattr(module, "STAND_INS", []),
            says=module.__doc__.strip().splitlines()[0],
            play=module.play,
            is_alone=len(module.ROOMS) == 1,
            needs_card=getattr(module, "NEEDS_CARD", False),
        )
        for room in module.ROOMS
    ]


def _load(path: Path) -> ModuleType:
    spec = importlib.util.spec_from_file_location(f"{path.parent.name}_{path.stem}".replace("-", "_"), path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module
