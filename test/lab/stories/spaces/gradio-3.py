"""`sdk_version` is still a Gradio 3, and `spaces` the newest."""

from lab.apps import app
from lab.space import Space

ROOMS = ["spaces-gradio-3"]
EXPECT = {"log": ["gradio-incompatible"]}

APP = app("""

@spaces.GPU
def generate(prompt):
    return prompt.upper()
""")


CALLER = """from gradio_client import Client

Client("SPACE").predict("a cat", api_name="/run")
"""


def play(stage):
    Space(stage, APP).call(CALLER)
