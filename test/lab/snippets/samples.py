"""What the samples of the error pages fill their fixes with, as the program itself works it out."""

import json
import subprocess
from collections import defaultdict
from pathlib import Path

LAB = Path(__file__).resolve().parents[1]
TSX = LAB.parents[1] / "node_modules" / ".bin" / "tsx"

#: (page, fix) → the values of each sample that gets it.
Samples = dict[tuple[str, str], list[dict[str, str]]]


class NoSamples(Exception):
    """Why placeholders cannot be filled, in one sentence."""


def read_samples() -> Samples:
    """Asks `samples.ts`. NoSamples where Node or the project's packages are missing, or content/ cannot be read."""
    try:
        ran = subprocess.run([str(TSX), str(LAB / "samples.ts")], capture_output=True, text=True)
    except OSError as error:
        raise NoSamples("The samples of the pages are read by Node, with the packages of this project: run npm ci.") from error
    if ran.returncode != 0:
        raise NoSamples("content/ cannot be read: npm run check says why.")
    samples: Samples = defaultdict(list)
    for filled in json.loads(ran.stdout):
        samples[filled["page"], filled["fix"]].append(filled["values"])
    return samples
