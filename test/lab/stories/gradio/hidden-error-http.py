"""The same hidden error for a caller without the client: two HTTP requests."""

from lab.space import Space

ROOMS = ["gradio-6.31.0"]
EXPECT = {"client": ["error-hidden"]}

APP = """
import gradio as gr

prices = {}

def run(prompt):
    return prices[prompt]


demo = gr.Interface(run, "textbox", "textbox", api_name="run")
demo.launch()
"""

CALLER = """
import json
import urllib.request

address = "SPACE/gradio_api/call/run"
headers = {"Content-Type": "application/json"}
request = urllib.request.Request(address, data=json.dumps({"data": ["a cat"]}).encode(), headers=headers)
event = json.load(urllib.request.urlopen(request))["event_id"]
print(urllib.request.urlopen(f"{address}/{event}").read().decode())
"""


def play(stage):
    space = Space(stage, APP, SPACES_ZERO_GPU="")
    space.call(CALLER)
