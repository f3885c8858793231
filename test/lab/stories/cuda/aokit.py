"""AOKit: one process compiles and saves, another loads and computes the same."""

from lab.card import STAND_INS

ROOMS = ["cuda"]
NEEDS_CARD = True
STAND_INS = STAND_INS
EXPECT = {"log": []}

APP = """
import subprocess
import sys

BUILD = '''
import aokit, torch
torch.manual_seed(0)
model = torch.nn.Sequential(torch.nn.Linear(64, 64), torch.nn.GELU()).cuda().eval()
with torch.inference_mode():
    with aokit.exporting.capture(model) as call:
        model(torch.ones(8, 64, device='cuda'))
    exported = torch.export.export(model, call.args, call.kwargs)
aokit.compile_and_save(package_dir='package', exported_program=exported)
torch.save(model.state_dict(), 'weights.pt')
'''
USE = '''
import aokit, torch
model = torch.nn.Sequential(torch.nn.Linear(64, 64), torch.nn.GELU()).cuda().eval()
model.load_state_dict(torch.load('weights.pt'))
x = torch.ones(8, 64, device='cuda')
with torch.inference_mode():
    before = model(x)
    aokit.load_from_package_dir(model, 'package')
    print('greatest difference', (model(x) - before).abs().max().item())
'''
for part in (BUILD, USE):
    subprocess.run([sys.executable, "-c", part], check=True)
"""


def play(stage):
    stage.python(APP)
