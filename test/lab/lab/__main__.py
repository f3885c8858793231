"""Plays the stories and prints the table. Exit code 0: all as recorded; 1: something differs; 2: something is missing."""

import argparse
import subprocess
import sys
import traceback

from . import records, table
from .card import has_card
from .messages.lists import write_messages
from .places import LAB
from .rooms import Room, lock_room, open_room, this_python
from .stage import Stage
from .story import Story, find_stories
from .trouble import Trouble


def main() -> int:
    if sys.argv[1:2] == ["snippets"]:
        return _check_snippets(sys.argv[2:])
    options = _options()
    try:
        if options.lock is not None:
            lock_room(options.lock)
            return 0
        if options.messages:
            write_messages()
            return 0
        stories = find_stories(options.stories)
        if options.list:
            for story in stories:
                print(f"{story.title}: {story.says}")
            return 0
        return _play_all(stories, options)
    except Trouble as trouble:
        print(f"lab: {trouble}", file=sys.stderr)
        return 2


def _check_snippets(pages: list[str]) -> int:
    """Every fence of content/ against the packages of the room `snippets`; `pages` limits it to these."""
    try:
        room = open_room("snippets")
    except Trouble as trouble:
        print(f"lab: {trouble}", file=sys.stderr)
        return 2
    return subprocess.run([str(room.python), "-m", "snippets", *pages], cwd=LAB).returncode


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="npm run lab --", description=__doc__)
    parser.add_argument("stories", nargs="*", metavar="NAME", help="a story, a folder of stories or a room; none: all")
    parser.add_argument("--record", action="store_true", help="write what was printed to test/logs")
    parser.add_argument("--show", action="store_true", help="print every recording")
    parser.add_argument("--list", action="store_true", help="list the stories and play none")
    parser.add_argument("--here", action="store_true", help="play in this very Python instead of the rooms: nothing is installed")
    parser.add_argument("--lock", metavar="ROOM", help="resolve rooms/ROOM.in anew into rooms/ROOM.txt")
    parser.add_argument("--messages", action="store_true", help="read all messages from the source of every released version anew")
    return parser.parse_args()


def _play_all(stories: list[Story], options: argparse.Namespace) -> int:
    rows: list[table.Row] = []
    failed: list[str] = []
    for story in stories:
        if story.needs_card and not has_card():
            print(f"{story.title}: not played, it needs a card of NVIDIA; its recording stands", file=sys.stderr)
            continue
        room = this_python() if options.here else open_room(story.room)
        print(f"playing {story.title} …", file=sys.stderr, flush=True)
        try:
            texts = _play(story, room)
        except Trouble:
            raise
        except Exception:
            traceback.print_exc()
            failed.append(story.title)
            continue
        if options.show:
            _show(story, texts)
        rows += _rows(story, room, texts)
        if options.record and texts:
            records.write(story, room, texts)
    if options.record:
        records.forget_gone(find_stories([]))
    table.show(rows)
    for title in failed:
        print(f"{title}: the story itself failed")
    return 0 if not failed and all(row.is_right and (options.record or row.state in ("same", "asserted")) for row in rows) else 1


def _play(story: Story, room: Room) -> dict[str, str]:
    """Plays to the end, whatever happens ends its processes; out: the recordings that EXPECT speaks of."""
    stage = Stage(story.title, room)
    try:
        story.play(stage)
    finally:
        stage.close()
    texts = stage.recordings()
    silent = [kind for kind in story.expect if not texts.get(kind, "").strip()]
    if silent:
        raise RuntimeError(f"{story.title} printed nothing for {', '.join(silent)}")
    return {kind: text for kind, text in texts.items() if kind in story.expect}


def _rows(story: Story, room: Room, texts: dict[str, str]) -> list[table.Row]:
    if not texts:
        return [table.Row(story.title, records.versions(room), story.says, [], [], "asserted")]
    states = records.compare(story, texts)
    return [
        table.Row(records.file_name(story, kind), records.versions(room), text, story.expect[kind], table.recognise(text), states[kind])
        for kind, text in texts.items()
    ]


def _show(story: Story, texts: dict[str, str]) -> None:
    for kind, text in texts.items():
        print(f"===== {story.title}, {kind}\n{text}")


if __name__ == "__main__":
    sys.exit(main())
