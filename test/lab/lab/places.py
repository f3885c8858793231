"""Where the laboratory keeps what it needs; everything but recordings lies in folders that git ignores."""

from pathlib import Path

LAB = Path(__file__).resolve().parent.parent
PROJECT = LAB.parent.parent

LOCKS = LAB / "rooms"
STORIES = LAB / "stories"
STAND_INS = LAB / "stand_ins"
RECORDINGS = LAB / "recordings.json"
LOGS = LAB.parent / "logs"

#: Resolved, because what is printed in it names the real folder, and the neutral rule looks for that.
KEPT = (PROJECT / ".lab").resolve()
#: Virtual environments, several gigabytes with torch. Git ignores it; delete it to start anew.
VENVS = KEPT / "venvs"
#: Folders of the stories that are running. Git ignores it; each run empties what it uses.
STAGES = KEPT / "stages"
