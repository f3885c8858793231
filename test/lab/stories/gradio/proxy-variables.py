"""Variables for a proxy, and none that leaves this machine out."""

from lab.space import Space

ROOMS = ["gradio-6.31.0", "gradio-5.49.1", "gradio-4.44.1"]
EXPECT = {"log": ["localhost-not-accessible"]}

APP = """
import gradio as gr

demo = gr.Interface(str.upper, "textbox", "textbox")
demo.launch()
"""


def play(stage):
    Space(stage, APP, SPACES_ZERO_GPU="", HTTP_PROXY="http://127.0.0.1:9", http_proxy="http://127.0.0.1:9", NO_PROXY="", no_proxy="")
