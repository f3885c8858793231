"""A package that is called with another shape than it was compiled for: on the processor only a warning tells."""

ROOMS = ["snippets"]
EXPECT = {"log": []}
STAND_INS = ["the processor instead of a card"]

BUILD = """
import aokit
import torch

torch.manual_seed(0)
model = torch.nn.Sequential(torch.nn.Linear(64, 64), torch.nn.GELU()).eval()
with aokit.exporting.capture(model) as call:
    model(torch.ones(8, 64))
exported = torch.export.export(model, call.args, call.kwargs)
aokit.compile_and_save(package_dir="package", exported_program=exported)
torch.save(model.state_dict(), "weights.pt")
"""

USE = """
import aokit
import torch

model = torch.nn.Sequential(torch.nn.Linear(64, 64), torch.nn.GELU()).eval()
model.load_state_dict(torch.load("weights.pt"))
x = torch.ones(3, 64)
with torch.inference_mode():
    expected = model(x)
    aokit.load_from_package_dir(model, "package")
    print("the same:", torch.allclose(model(x), expected, atol=1e-5), flush=True)
"""


def play(stage):
    stage.python(BUILD, record=None, name="build.py")
    stage.python(USE)
