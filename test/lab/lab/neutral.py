"""The neutral rule: what a recording says of this machine is replaced by what the same line would say in a Space.

The story's folder becomes /home/user/app, packages lie in /usr/local/lib/python3.11/site-packages (the minor version
is the one that really ran), the app listens on 0.0.0.0:7860 and the scheduler is device-api.zero. Process ids, object
addresses and measured times differ with each run; they become fixed ones, so that two recordings can be compared.
"""

import re
import sys
import sysconfig
from pathlib import Path

LIBRARY = f"/usr/local/lib/python{sys.version_info.major}.{sys.version_info.minor}"

#: What differs between two runs of the same story, each with a fixed value of the same shape.
NOISE = [
    (re.compile(r"\b0x[0-9a-f]{6,16}\b"), "0x7f0a5c2d1e80"),
    (re.compile(r"\bpid[ =:]{1,2}\d{1,7}", re.IGNORECASE), "pid 77"),
    (re.compile(r"\btaskId=\d{1,20}"), "taskId=140212"),
    (re.compile(r"(?<=\[)\d\d:\d\d<\d\d:\d\d, {1,2}[\d.?]{1,8}[kMG]?(?=B?(?:it)?/s\])"), "00:00<00:00, 1.00"),
    (re.compile(r"(?<=\[)\d\d:\d\d<\?, \?(?=B?(?:it)?/s\])"), "00:00<?, ?"),
    (re.compile(r"\b\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:,\d{3})?"), "2026-11-21 12:00:00"),
    (re.compile(r"(?<=/gradio/)[0-9a-f]{40,64}(?=/)"), "0" * 40),
    (re.compile(r"(?<=session_hash=)[0-9a-z-]{8,40}"), "lab"),
    (re.compile(r"\btmp[a-z0-9_]{8}\b"), "tmpabcdefgh"),
    (re.compile(r"(?<=/pip-)((?:[a-z]{2,12}-){1,3})[a-z0-9_]{8}\b"), r"\1abcdefgh"),
    (re.compile(r"(?<=/builds-v0/\.tmp)[A-Za-z0-9]{6}\b"), "abcdef"),
    (re.compile(r"https://files\.[a-z.]{5,30}/packages/(?:[0-9a-f]{2}/){2}[0-9a-f]{60}/"), "https://files.index/"),
    (re.compile(r"(?<=\(from versions: )((?:[^,)]{1,30}, ){8})[^)]{1,60000}"), r"\1…"),
    (re.compile(r"(?<=different python version: )((?:[^;\n]{1,60}; ){8})[^\n]{1,60000}"), r"\1…"),
    (re.compile(r"\b(Resolved|Prepared|Built|Installed) (\d{1,4} packages?) in [\d.]{1,8}m?s\b"), r"\1 \2 in 1.00s"),
    (re.compile(r"(?<=fileno\(\)=)\d{1,5}"), "22"),
    (re.compile(r"(?<=DEBUG fds=)\[[\d, ]{1,60}\]"), "[6, 10]"),
    (re.compile(r"\bForkProcess-\d{1,4}"), "ForkProcess-3"),
    (re.compile(r"(?<=127\.0\.0\.1:)\d{4,5}(?= - )"), "50000"),
    (re.compile(r"(?<=process \[)\d{1,7}(?=\])"), "77"),
    (re.compile(r"\b([IWEF])\d{4} \d\d:\d\d:\d\d\.\d{6,9}(?: \d{1,7}(?= ))?"), r"\g<1>1121 12:00:00.000000 77"),
    # Some indexes put the hash behind the address, and others tell it beside.
    (re.compile(r"(?<=\.whl)#sha256=[0-9a-f]{64}"), ""),
    # Whether the caller still waited, or found the answer there.
    (re.compile(r'(?<=concurrent/futures/_base\.py", line )449(?=, in result)'), "456"),
]


def neutral(text: str, *, app: Path, home: Path, packages: tuple[Path, ...], app_port: int | None, api_port: int | None,
            hub_port: int | None = None) -> str:
    """The text with every trace of this machine and of this run replaced; line ends are kept, trailing blanks are not."""
    every = {*packages, *(folder.resolve() for folder in packages)}
    for path in sorted(every, key=lambda folder: len(str(folder)), reverse=True):
        text = text.replace(str(path), f"{LIBRARY}/site-packages")
        if path.parent.parent.name == "lib":
            text = text.replace(str(path.parents[2]), "/usr/local")
    text = text.replace(str(app), "/home/user/app").replace(str(home), "/home/user")
    text = text.replace(sysconfig.get_path("stdlib"), LIBRARY)
    if sys.base_prefix not in ("/usr", "/usr/local"):
        text = text.replace(sys.base_prefix, "/usr/local")
    if hub_port is not None:
        text = text.replace(f"http://127.0.0.1:{hub_port}", "https://huggingface.co")
    for port, address in ((app_port, "0.0.0.0:7860"), (api_port, "device-api.zero")):
        if port is not None:
            text = re.sub(rf"(?:127\.0\.0\.1|localhost|0\.0\.0\.0):{port}\b", address, text)
    for pattern, fixed in NOISE:
        text = pattern.sub(fixed, text)
    return "\n".join(line.rstrip(" \t") for line in text.split("\n")).strip("\n") + "\n"
