"""A request to the address that Gradio 4 had, /call instead of /gradio_api/call."""

from lab.space import Space

ROOMS = ["gradio-6.31.0"]
EXPECT = {"client": []}

APP = """
import gradio as gr


def run(prompt):
    return prompt


demo = gr.Interface(run, "textbox", "textbox", api_name="run")
demo.launch()
"""

CALLER = """
import urllib.error
import urllib.request

request = urllib.request.Request("SPACE/call/run", data=b'{"data": ["a cat"]}', headers={"Content-Type": "application/json"})
try:
    urllib.request.urlopen(request)
except urllib.error.HTTPError as error:
    print(error)
    print(error.read().decode())
"""


def play(stage):
    space = Space(stage, APP, SPACES_ZERO_GPU="")
    space.call(CALLER)
