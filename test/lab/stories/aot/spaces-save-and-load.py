"""The functions of `spaces` load a package where there is no card: the weights are refused."""

ROOMS = ["snippets"]
EXPECT = {"log": ["aoti-error"]}
STAND_INS = ["the processor instead of a card"]

BUILD = """
import spaces
import torch

torch.manual_seed(0)
model = torch.nn.Sequential(torch.nn.Linear(64, 64), torch.nn.GELU()).eval()
with spaces.aoti_capture(model) as call:
    model(torch.ones(8, 64))
exported = torch.export.export(model, call.args, call.kwargs)
spaces.aoti_compile_and_save("package", exported)
torch.save(model.state_dict(), "weights.pt")
"""

USE = """
import spaces
import torch

model = torch.nn.Sequential(torch.nn.Linear(64, 64), torch.nn.GELU()).eval()
model.load_state_dict(torch.load("weights.pt"))
x = torch.ones(8, 64)
with torch.inference_mode():
    expected = model(x)
    spaces.aoti_load_from_package_dir(model, "package")
    print("the same:", torch.allclose(model(x), expected, atol=1e-5), flush=True)
"""


def play(stage):
    stage.python(BUILD, record=None, name="build.py")
    stage.python(USE)
