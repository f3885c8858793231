"""Checks and runs the snippets of content/. Exit code 0: none fails; 1: some do. Arguments: pages, by a part of their path."""

import os
import sys
import tempfile
from pathlib import Path

os.environ |= {"HF_HUB_OFFLINE": "1", "GRADIO_ANALYTICS_ENABLED": "False", "TOKENIZERS_PARALLELISM": "false", "OMP_NUM_THREADS": "1"}

import torch

from . import models, names, running, shell
from .fences import Snippet, read_content
from .stand_ins import Prelude

CONTENT = Path(__file__).resolve().parents[3] / "content"


def main(wanted: list[str]) -> int:
    torch.set_num_threads(1)  # a fork has no threads of its parent
    pages = [snippet for snippet in read_content(CONTENT) if not wanted or any(word in snippet.page for word in wanted)]
    python = [snippet for snippet in pages if snippet.language == "python"]
    bash = [snippet for snippet in pages if snippet.language == "bash"]
    failed_bash = sum(_is_unknown_to_tools(snippet) for snippet in bash)
    with tempfile.TemporaryDirectory() as folder:
        models.make(Path(folder))
        prelude = Prelude(Path(folder))
        failed = sum(_is_wrong(snippet, prelude) for snippet in python)
    run = sum(snippet.is_run and not snippet.is_wrong_on_purpose for snippet in python)
    norun = sum(not snippet.is_run for snippet in python)
    print(f"{len(python)} Python snippets: all read, {run} run, {norun} marked norun, {failed} fail")
    print(f"{len(bash)} shell snippets: {failed_bash} name what a tool does not know")
    return 1 if failed or failed_bash else 0


def _is_unknown_to_tools(snippet: Snippet) -> bool:
    complaints = [] if snippet.is_wrong_on_purpose else shell.complaints_about(snippet.code)
    for complaint in complaints:
        print(f"{snippet.place}  {complaint}", flush=True)
    return bool(complaints)


def _is_wrong(snippet: Snippet, prelude: Prelude) -> bool:
    complaints = [] if snippet.is_wrong_on_purpose else names.complaints_about(snippet.code)
    if snippet.is_run and not snippet.is_wrong_on_purpose and not complaints:
        complaints = [trouble for trouble in [running.run(snippet, prelude)] if trouble]
    for complaint in complaints:
        print(f"{snippet.place}  {complaint}", flush=True)
    return bool(complaints)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
