"""What the samples of the error pages fill their fixes with, as the program itself works it out."""

import json
import subprocess
from collections import defaultdict
from pathlib import Path

LAB = Path(__file__).resolve().parents[1]
TSX = LAB.parents[1] / "node_modules" / ".bin" / "tsx"

#: (page, fix) → the values of each sample that gets it.
Samples = dict[tuple[str, str], list[dict[str, str]]]


def read_samples() -> Samples:
    """Asks `samples.ts`. Raises where Node or the project's packages are missing: without them this would check something else."""
    ran = subprocess.run([str(TSX), str(LAB / "samples.ts")], capture_output=True, text=True, check=True)
    samples: Samples = defaultdict(list)
    for filled in json.loads(ran.stdout):
        samples[filled["page"], filled["fix"]].append(filled["values"])
    return samples
