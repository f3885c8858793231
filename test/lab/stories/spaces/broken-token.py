"""The token that the proxy added is not a JWT: a warning, and the call goes on."""

from lab.apps import DRIVERLESS, working
from lab.space import Space

ROOMS = ["spaces-0.51.3"]
EXPECT = {"log": []}
STAND_INS = [DRIVERLESS]


def play(stage):
    space = Space(stage, working("return prompt.upper()"))
    space.call('from gradio_client import Client\n\nClient("SPACE", headers={"x-ip-token": "cut"}).predict("a cat", api_name="/run")\n')
