"""A dimension is called dynamic, and the model has fixed it."""

ROOMS = ["snippets"]
EXPECT = {"log": ["aoti-error"]}
STAND_INS = ["the processor instead of a card"]

APP = """
import torch


class Model(torch.nn.Module):
    def forward(self, x):
        return x + torch.ones(8, 64)


rows = torch.export.Dim("rows", min=2, max=32)
torch.export.export(Model(), (torch.ones(8, 64),), dynamic_shapes={"x": {0: rows}})
"""


def play(stage):
    stage.python(APP)
