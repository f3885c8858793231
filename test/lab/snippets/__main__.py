"""Checks and runs the snippets of content/. Exit code 0: none fails; 1: some do; 2: something is missing. Arguments: pages, by a part of their path."""

import os
import sys
import tempfile
from pathlib import Path

# One thread by the environment, never by torch.set_num_threads(): after that call every new thread of a fork sets up torch's pool again,
# and two that do so at once (transformers loads weights with several) end in "Invalid thread pool".
os.environ |= {"HF_HUB_OFFLINE": "1", "GRADIO_ANALYTICS_ENABLED": "False", "TOKENIZERS_PARALLELISM": "false", "OMP_NUM_THREADS": "1"}

from . import models, names, running, shell
from .fences import Snippet, read_content
from .samples import NoSamples, read_samples
from .stand_ins import Prelude

CONTENT = Path(__file__).resolve().parents[3] / "content"


def main(wanted: list[str]) -> int:
    pages = [snippet for snippet in read_content(CONTENT) if not wanted or any(word in snippet.page for word in wanted)]
    python = [snippet for snippet in pages if snippet.language == "python"]
    bash = [snippet for snippet in pages if snippet.language == "bash"]
    try:
        samples = read_samples()
    except NoSamples as missing:
        print(f"snippets: {missing}", file=sys.stderr)
        return 2
    failed_bash = sum(_is_unknown_to_tools(snippet) for snippet in bash)
    with tempfile.TemporaryDirectory() as folder:
        models.make(Path(folder))
        prelude = Prelude(Path(folder))
        failed = sum(_is_wrong(snippet.filled(samples.get((snippet.page, snippet.fix), [])), prelude) for snippet in python)
    wrong = sum(snippet.is_wrong_on_purpose for snippet in python)
    unrun = [snippet for snippet in python if not snippet.is_run and not snippet.is_wrong_on_purpose]
    for snippet in unrun:
        print(f"{snippet.place}  not run, as its fence says; its names were checked")
    print(f"{len(python)} Python snippets: {len(python) - wrong - len(unrun)} run, {len(unrun)} marked norun, {wrong} under Don't, {failed} fail")
    print(f"{len(bash)} shell snippets: {failed_bash} name what a tool does not know")
    return 1 if failed or failed_bash else 0


def _is_unknown_to_tools(snippet: Snippet) -> bool:
    complaints = [] if snippet.is_wrong_on_purpose else shell.complaints_about(snippet.code)
    for complaint in complaints:
        print(f"{snippet.place}  {complaint}", flush=True)
    return bool(complaints)


def _is_wrong(fillings: list[Snippet], prelude: Prelude) -> bool:
    """Whether a snippet fails, in any of the ways in which the samples of its page fill it."""
    complaints = {complaint: None for snippet in fillings for complaint in _complaints_about(snippet, prelude)}
    for complaint in complaints:
        print(f"{fillings[0].place}  {complaint}", flush=True)
    return bool(complaints)


def _complaints_about(snippet: Snippet, prelude: Prelude) -> list[str]:
    if snippet.is_wrong_on_purpose:
        return names.unparsable(snippet.code)
    complaints = names.complaints_about(snippet.code, snippet.own)
    if complaints or not snippet.is_run:
        return complaints
    trouble = running.run(snippet, prelude)
    return [trouble] if trouble else []


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
