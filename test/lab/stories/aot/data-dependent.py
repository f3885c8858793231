"""A branch that depends on the values of a tensor."""

ROOMS = ["snippets"]
EXPECT = {"log": ["aoti-error"]}
STAND_INS = ["the processor instead of a card"]

APP = """
import torch


class Model(torch.nn.Module):
    def forward(self, x):
        return x * 2 if x.sum() > 0 else x


torch.export.export(Model(), (torch.ones(8, 64),))
"""


def play(stage):
    stage.python(APP)
