"""Writes spaces-messages.json (all versions) and other-messages.json (Gradio and the Hub's clients, newest version)."""

import json
import os

from ..places import LAB
from .across import Package, collect, released

SPACES = Package("spaces")
#: Of these only what speaks to users of a Space or its callers: the queue, the routes, the clients.
OTHERS = (
    Package("gradio", ("gradio/queueing.py", "gradio/routes.py", "gradio/route_utils.py", "gradio/exceptions.py"), True),
    Package("gradio-client", ("gradio_client/client.py", "gradio_client/exceptions.py", "gradio_client/utils.py"), True),
    Package("huggingface-hub", ("huggingface_hub/utils/_http.py", "huggingface_hub/errors.py", "huggingface_hub/file_download.py",
                                "huggingface_hub/_snapshot_download.py", "huggingface_hub/_space_api.py"), True),
)


def write_messages() -> None:
    """Downloads the packages, reads them and replaces both files, each whole or not at all."""
    _write("spaces-messages.json", {"spaces": collect(SPACES)})
    _write("other-messages.json", {f"{package.name} {released(package.name)[-1]}": collect(package) for package in OTHERS})


def _write(name: str, found: dict[str, list[dict[str, str]]]) -> None:
    """One message a line, so that a new version shows as a short difference."""
    packages = [
        f"  {json.dumps(package)}: [\n" + ",\n".join(f"    {json.dumps(entry, ensure_ascii=False)}" for entry in entries) + "\n  ]"
        for package, entries in found.items()
    ]
    half = LAB / f"{name}.half"
    half.write_text("{\n" + ",\n".join(packages) + "\n}\n")
    os.replace(half, LAB / name)
    print(f"{name}: {', '.join(f'{package} {len(entries)}' for package, entries in found.items())}")

