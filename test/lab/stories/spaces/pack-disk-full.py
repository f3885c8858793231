"""The packed weights do not fit on the disk."""

from lab.space import Space

ROOMS = ["spaces-0.42.1", "spaces-0.51.3"]
EXPECT = {"log": ["pack-disk-full"]}
STAND_INS = ["the full disk: os.posix_fallocate answers ENOSPC"]

APP = """
import errno
import os

import gradio as gr
import spaces
import torch


def no_space(*_):
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


os.posix_fallocate = no_space
model = torch.nn.Linear(4, 4).to("cuda")


@spaces.GPU
def generate(prompt):
    return prompt.upper()


gr.Interface(generate, "textbox", "textbox").launch()
"""


def play(stage):
    assert not Space(stage, APP).is_up
