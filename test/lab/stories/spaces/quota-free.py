"""A visitor with a free account and 12 s left asks for a call that books more."""

from lab.scheduler import refused
from lab.space import Space

ROOMS = ["spaces-0.51.3"]
EXPECT = {"log": [], "visitor": ["quota-exceeded"], "client": ["quota-exceeded"]}

APP = """
import gradio as gr
import spaces


@spaces.GPU(duration=60)
def generate(prompt):
    return prompt.upper()


demo = gr.Interface(generate, "textbox", "textbox", api_name="run")
demo.launch()
"""

CALLER = """
from gradio_client import Client

client = Client("SPACE", headers={"x-ip-token": "TOKEN"})
print(client.predict("a cat", api_name="/run"))
"""


def play(stage):
    space = Space(stage, APP)
    for _ in range(2):
        space.scheduler.will(refused(left=12, wait=11520, auth="regular"))
    space.visit("a cat", user="ada")
    space.call(CALLER, user="ada")
